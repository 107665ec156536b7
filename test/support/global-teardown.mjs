// Lets go of the database server that global-setup started, and waits until it is gone.
import { once } from 'node:events';

export default async function teardown() {
  const server = globalThis.testDatabaseServer;
  if (!server || server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.stdin.end();
  await gone;
}
