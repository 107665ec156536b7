// `npm run demo:cases`: carries every published case to a certificate, in a system of its own, and compares figures.
import { checkNode, ensureBuilt, ensureInstalled, run } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
const program = 'dist/apps/cli/src/demo-cases.js';
process.exit(run(process.execPath, ['--enable-source-maps', program, ...process.argv.slice(2)]) ? 0 : 1);
