import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const password = 'demo-Only-7421';

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

/**
 * Starts everything below `directory`; gives the addresses of both sites, the demonstration's certificates, the
 * launcher's pid and how to end it.
 */
export async function launch(directory, store) {
  const [OFFICE_PORT, PUBLIC_PORT] = [String(await freePort()), String(await freePort())];
  const settings = { DATA_DIR: directory, OFFICE_PORT, PUBLIC_PORT, LOG_LEVEL: 'error' };
  const env = { ...process.env, ...settings, ...(store && { EVIDENCE_STORE: store }) };
  const stdio = ['ignore', 'pipe', 'ignore'];
  const child = spawn(process.execPath, ['dist/apps/cli/src/launch.js'], { cwd: root, env, stdio });
  const certificates = [];
  // Nothing is measured while the demonstration is still being made.
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('Ctrl-C')) break;
    const number = /^\s+certificate\s+(\S+)/.exec(line)?.[1];
    if (number) certificates.push(number);
  }
  if (child.exitCode !== null) throw new Error('The launcher ended; run `npm run build` first.');
  child.stdout.resume();
  const url = `http://127.0.0.1:${OFFICE_PORT}`;
  const stop = async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  return { url, site: `http://127.0.0.1:${PUBLIC_PORT}`, certificates, pid: child.pid, stop };
}

async function ask(url, path, body, token) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  const parsed = await answer.json();
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(parsed)}`);
  return parsed;
}

const signIn = (url, username) => ask(url, '/api/v1/sessions', { username, password });

/** A lot of goods to photograph; gives the token of an officer and the lot's id. */
export async function seizedLot(url) {
  const [first, second] = [await signIn(url, 'tb.officer1'), await signIn(url, 'tb.officer2')];
  const seizure = {
    caseNumber: '测速〔2026〕1号',
    measure: 'seizure',
    legalBasis: '《烟草专卖法实施条例》第四十九条',
    happened: new Date(Date.now() - 3_600_000).toISOString(),
    place: '测速',
    officers: [first.person.id, second.person.id],
    lots: [{ category: 'cigarettes', description: '测速', quantity: { amount: '1', unit: 'cig-carton' } }],
  };
  const { lots } = await ask(url, '/api/v1/seizures', seizure, first.token);
  return { token: first.token, lot: lots[0].id };
}

/** Sends one body by PUT over kept connections; throws where it is not answered with 201. */
export function sender(url, token) {
  const agent = new Agent({ keepAlive: true });
  return (path, bytes) =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': bytes.length };
      const sent = request(url + path, { method: 'PUT', agent, headers }, (answer) => {
        answer.resume().once('end', () => {
          if (answer.statusCode === 201) resolve();
          else reject(new Error(`${path} was answered with ${answer.statusCode}`));
        });
      });
      sent.once('error', reject).end(bytes);
    });
}
