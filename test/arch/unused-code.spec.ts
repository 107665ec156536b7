import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();

/** A small project without anything unused. */
const clean: Record<string, string> = {
  'apps/office/src/main.ts': `import { used } from '#kernel';\nimport './side.js';\nused();`,
  'apps/office/src/side.ts': `import 'pino';\nimport { helper } from './helper.js';\nhelper();`,
  'apps/office/src/helper.ts': 'export const helper = () => 1;',
  'libs/kernel/src/index.ts': `export { used } from './used.js';`,
  'libs/kernel/src/used.ts': 'export const used = () => 1;',
  'libs/kernel/src/used.spec.ts': `import { used } from './used.js';\nit('x', () => used());`,
};

describe('the check for unused code', () => {
  const tree = mkdtempSync(join(tmpdir(), 'ledger-unused-'));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }

  function writePackage(more: Record<string, string>): void {
    const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { imports: object };
    const kernel = Object.fromEntries(Object.entries(imports).filter(([name]) => name === '#kernel'));
    const dependencies = { pino: '*', ...more };
    write('package.json', JSON.stringify({ name: 'canary', type: 'module', imports: kernel, dependencies }));
  }

  function check(): string {
    const program = join(root, 'node_modules', '.bin', 'knip');
    const done = spawnSync(program, ['--no-config-hints'], { cwd: tree, encoding: 'utf8' });
    return `${done.stdout}${done.stderr}exit status ${done.status}`;
  }

  beforeAll(() => {
    for (const file of ['knip.json', 'tsconfig.json']) cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  });
  beforeEach(() => {
    writePackage({});
    for (const [path, text] of Object.entries(clean)) write(path, text);
  });
  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  it('finds nothing where everything is used', () => {
    expect(check()).toBe('exit status 0');
  });

  it('finds a file that nothing imports', () => {
    write('libs/kernel/src/lonely.ts', 'export const lonely = 1;');
    expect(check()).toMatch(/Unused files[^]*libs\/kernel\/src\/lonely\.ts[^]*exit status 1/);
    rmSync(join(tree, 'libs/kernel/src/lonely.ts'));
  });

  it('finds an export that nobody uses', () => {
    write('apps/office/src/helper.ts', 'export const helper = () => 1;\nexport const spare = () => 2;');
    expect(check()).toMatch(/Unused exports[^]*spare[^]*exit status 1/);
  });

  it('finds a dependency that nobody imports, and an import of one that is not declared', () => {
    writePackage({ 'left-over': '*' });
    expect(check()).toMatch(/Unused dependencies[^]*left-over[^]*exit status 1/);
    write('apps/office/src/side.ts', `import 'rxjs';`);
    expect(check()).toMatch(/Unlisted dependencies[^]*rxjs[^]*exit status 1/);
  });
});
