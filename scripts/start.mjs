// `npm start`: installs what is missing, builds what is stale, then hands over to the launcher.
// `npm start -- --empty` begins with the catalogue and one administrator only.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, root } from './workspace.mjs';

checkNode();
ensureInstalled();
ensureBuilt();

const launcher = join(root, 'dist', 'apps', 'cli', 'src', 'launch.js');
const child = spawn(process.execPath, ['--enable-source-maps', launcher, ...process.argv.slice(2)], {
  cwd: root,
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
// Ctrl-C reaches the launcher directly; this process stays until it has stopped everything. A SIGTERM is
// passed on, and should this process be killed, the closed channel tells the launcher.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
