// How the front page is served from memory, against a static file of the same size from the same server, alone and
// with certificates verified beside it. Prints rates, their ratio and the slowest hundredth.
//   npm run bench            (after npm run build; needs nothing else running)
// The static file is put among the assets of the built site and taken away again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './support/office.mjs';

const seconds = 5;
const clients = 16;
const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist/apps/public/src/assets/bench.bin');

const directory = mkdtempSync(join(tmpdir(), 'bench-site-'));
const { site, certificates, stop } = await launch(directory);

/** Milliseconds that one answer took; rejects where it is not 200. */
function once(agent, path, accept) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    get(site + path, { agent, headers: { accept, 'accept-encoding': 'identity' } }, (response) => {
      let length = 0;
      response.on('data', (chunk) => (length += chunk.length));
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ tookMs: performance.now() - start, length });
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    }).on('error', reject);
  });
}

async function load(path, accept) {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const until = performance.now() + seconds * 1000;
  const times = [];
  const client = async () => {
    while (performance.now() < until) times.push((await once(agent, path, accept)).tookMs);
  };
  await Promise.all(Array.from({ length: clients }, client));
  agent.destroy();
  times.sort((a, b) => a - b);
  return { perSecond: times.length / seconds, p99Ms: times[Math.floor(times.length * 0.99)] };
}

/** Asks for a certificate 50 times a second while `work` runs. */
async function besideVerification(work) {
  const agent = new Agent({ keepAlive: true });
  let checks = 0;
  const timer = setInterval(() => {
    // Those that are under way at the end are cut off, and not counted.
    once(agent, `/c/${certificates[0]}`, 'application/json').then(
      () => (checks += 1),
      () => undefined,
    );
  }, 20);
  const figures = await work();
  clearInterval(timer);
  agent.destroy();
  return { ...figures, checksPerSecond: checks / seconds };
}

const shown = ({ perSecond, p99Ms }) => `${perSecond.toFixed(0)}/s, p99 ${p99Ms.toFixed(1)} ms`;
// The worker publishes what was released some time after the certificates are out.
while (!(await (await fetch(`${site}/data/events.csv`)).text()).includes(certificates[0])) {
  await new Promise((resolve) => setTimeout(resolve, 500));
}
const { length } = await once(new Agent(), '/', 'text/html');
writeFileSync(file, Buffer.alloc(length, 'x'));
try {
  await load('/', 'text/html');
  const fixed = await load('/assets/bench.bin', '*/*');
  const home = await load('/', 'text/html');
  console.log(`static file of ${length} bytes: ${shown(fixed)}`);
  console.log(
    `front page from memory: ${shown(home)}; ratio ${(home.perSecond / fixed.perSecond).toFixed(2)}`,
  );
  const beside = await besideVerification(() => load('/', 'text/html'));
  console.log(`with ${beside.checksPerSecond.toFixed(0)} verifications a second beside it: ${shown(beside)}`);
} finally {
  rmSync(file, { force: true });
  await stop();
  rmSync(directory, { recursive: true, force: true });
}
