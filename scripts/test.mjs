// `npm test`: installs, builds, runs the whole suite. Arguments go to Jest: `npm test -- test/db`.
import { runTests, totalsLine } from './test-run.mjs';
import { checkNode, ensureBuilt, ensureInstalled } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const totals = runTests(process.argv.slice(2));
console.log(`\n${totalsLine(totals)}`);
process.exit(totals.failed === 0 ? 0 : 1);
