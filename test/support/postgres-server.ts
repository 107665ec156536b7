// The database server of one test run. Prints its superuser address as one line, and stops when its standard
// input ends: in good order at teardown, and by itself when the test run is killed.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../libs/platform/src/embedded-postgres/embedded-postgres.js';

const parent = mkdtempSync(join(tmpdir(), 'ledger-test-'));
// As root the server runs under another account, which has to pass through here.
chmodSync(parent, 0o755);
const server = await startEmbeddedPostgres({
  directory: join(parent, 'postgres'),
  // Nothing of a test database outlives its run: durability would only cost time.
  settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
}).catch((error: unknown) => {
  rmSync(parent, { recursive: true, force: true });
  throw error;
});
process.stdout.write(`${server.url('postgres', 'postgres')}\n`);
process.stdin.resume();
process.stdin.once('close', () => {
  void server.stop().finally(() => {
    if (server.moved) rmSync(server.directory, { recursive: true, force: true });
    rmSync(parent, { recursive: true, force: true });
  });
});
// Ctrl-C reaches the whole foreground group; this process leaves when the test run has let go of it.
process.on('SIGINT', () => undefined);
