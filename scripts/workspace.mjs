// What start, test and ci share: a complete node_modules, a fresh dist. Plain Node: runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const BUILD_STAMP = join(root, 'dist', '.built-from');
const SOURCES = ['apps', 'libs'];
const BUILD_SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'scripts/assets.mjs'];

/** Runs a program of node_modules/.bin or of the machine in the checkout; gives true when it succeeds. */
export function run(command, args, environment = {}, stdio = 'inherit') {
  const local = join(root, 'node_modules', '.bin', command);
  const program = existsSync(local) ? local : command;
  const options = { cwd: root, stdio, env: { ...process.env, ...environment } };
  return spawnSync(program, args, options).status === 0;
}

/** Ends this script with a message when the step failed. */
export function must(done, what) {
  if (done) return;
  console.error(`\n${what} failed; see above.`);
  process.exit(1);
}

/** Refuses a Node that is too old before it fails in some less clear way. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
  process.exit(1);
}

/** Installs from the lockfile unless node_modules already holds exactly that. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.log('Installing packages …');
  must(run('npm', ['ci', '--no-audit', '--no-fund']), 'npm ci');
}

/** Compiles and copies what the compiler leaves out, unless dist was built from just these sources. */
export function ensureBuilt() {
  const now = fingerprint();
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === now) return;
  console.log('Building …');
  must(build(), 'The build');
  writeFileSync(BUILD_STAMP, now);
}

/** Builds unconditionally; gives true when it succeeds. */
export function build() {
  if (!run('tsc', ['-p', 'tsconfig.build.json'])) return false;
  for (const file of sourceFiles().filter((name) => !name.endsWith('.ts'))) {
    const target = join(root, 'dist', file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
  return run('node', ['scripts/assets.mjs']);
}

/** npm notes what it installed in a lockfile of its own inside node_modules; it has to match ours. */
function isInstalled() {
  const noted = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(noted)) return false;
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { packages: present } = JSON.parse(readFileSync(noted, 'utf8'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    // Packages for other platforms stay out; they are all optional.
    if (!found) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...BUILD_SETTINGS, ...sourceFiles()]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourceFiles() {
  return SOURCES.flatMap((folder) => filesBelow(folder))
    .filter((name) => !name.endsWith('.spec.ts'))
    .sort();
}

function filesBelow(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}
