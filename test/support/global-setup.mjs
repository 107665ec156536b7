// Once per test run: one embedded PostgreSQL for all test files, announced in TEST_DATABASE_URL.
// A TEST_DATABASE_URL that is already set (superuser, database `postgres`) is used instead.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default async function setup() {
  if (process.env.TEST_DATABASE_URL) return;
  const here = (file) => fileURLToPath(new URL(file, import.meta.url));
  const loader = new URL('./typescript.mjs', import.meta.url).href;
  const args = ['--conditions=source', '--import', loader, here('./postgres-server.ts')];
  const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  process.env.TEST_DATABASE_URL = await firstLine(server);
  globalThis.testDatabaseServer = server;
}

function firstLine(server) {
  return new Promise((settle, fail) => {
    let text = '';
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`The test database did not start (exit status ${code}).`)));
    server.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) settle(text.trim());
    });
  });
}
