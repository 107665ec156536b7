// `npm run demo:cases`: carries every published case with figures through the API to a certificate and compares.
import { ensureBuilt, ensureInstalled, checkNode, must, run } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
must(
  run('node', ['--enable-source-maps', 'dist/apps/cli/src/demo-cases.js', ...process.argv.slice(2)]),
  'The comparison',
);
