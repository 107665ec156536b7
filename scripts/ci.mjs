// `npm run ci`: every check and every test, the same here and in CI. All of them run even after one failed, so
// that one run shows everything; a failed check counts as one failure in the totals.
import { runTests, totalsLine } from './test-run.mjs';
import { build, checkNode, ensureInstalled, run } from './workspace.mjs';

const checks = [
  ['format', () => run('prettier', ['--check', '--log-level=warn', '.'])],
  ['lint', () => run('eslint', ['--max-warnings=0', '.'])],
  ['types', () => run('tsc', ['-p', 'tsconfig.json', '--noEmit'])],
  ['types of scripts', () => run('tsc', ['-p', 'apps/office/browser/tsconfig.json'])],
  ['architecture', () => run('depcruise', ['--config', 'dependency-cruiser.config.cjs', 'apps', 'libs'])],
  ['unused code', () => run('knip', [])],
  ['build', () => build()],
];

checkNode();
ensureInstalled();
const broken = checks.filter(([name, check]) => {
  console.log(`\n== ${name}`);
  return !check();
});
console.log('\n== tests');
const tests = runTests(['--ci', ...process.argv.slice(2)]);
console.log(`\nchecks: ${checks.length - broken.length} of ${checks.length} passed`);
for (const [name] of broken) console.log(`check failed: ${name}`);
const totals = { ...tests, failed: tests.failed + broken.length };
console.log(`\n${totalsLine(totals)}`);
process.exit(totals.failed === 0 ? 0 : 1);
