// A launcher in miniature for fault tests: starts the embedded server in the folder given as argument, prints
// what it got as one line of JSON, stops it in good order when standard input ends. `--port N` asks for a port.
import { startEmbeddedPostgres } from '../../libs/platform/src/embedded-postgres/embedded-postgres.js';

const [directory = '', port] = process.argv.slice(2);
const server = await startEmbeddedPostgres({ directory, ...(port ? { port: Number(port) } : {}) });
const { pid, moved } = server;
const url = server.url('postgres', 'postgres');
process.stdout.write(`${JSON.stringify({ url, pid, moved, directory: server.directory })}\n`);
void server.exited.then((status) => {
  process.stdout.write(`${JSON.stringify({ exited: status })}\n`);
});
process.stdin.resume();
process.stdin.once('close', () => void server.stop());
