// `npm test`: installs, builds, runs the whole suite. Arguments go to Jest: `npm test -- test/db`.
import { printTotals, runTests } from './test-run.mjs';
import { checkNode, ensureBuilt, ensureInstalled } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const totals = runTests(process.argv.slice(2));
printTotals(totals);
process.exit(totals.failed === 0 && totals.complete ? 0 : 1);
