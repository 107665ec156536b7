// Builds what pages link to into dist: the theme from Sass, and the few scripts from TypeScript.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from 'sass';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, 'dist', 'apps', 'office', 'src', 'assets');
mkdirSync(target, { recursive: true });

const theme = join(root, 'apps', 'office', 'src', 'styles', 'office.scss');
const { css } = compile(theme, { style: 'compressed', quietDeps: true });
writeFileSync(join(target, 'office.css'), css);

const browser = join(root, 'apps', 'office', 'browser');
// The reader of QR codes is ours to serve: pages fetch nothing from elsewhere.
copyFileSync(
  join(root, 'node_modules', 'zxing-wasm', 'dist', 'reader', 'zxing_reader.wasm'),
  join(target, 'zxing_reader.wasm'),
);

const entries = readdirSync(browser).filter((name) => name.endsWith('.island.ts'));
await build({
  entryPoints: entries.map((name) => join(browser, name)),
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  // Older engines inside of other applications read no newer syntax.
  target: 'es2020',
  logLevel: 'warning',
});
