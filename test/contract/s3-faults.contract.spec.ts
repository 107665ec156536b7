import { openEvidenceStore, type EvidenceStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { Logger } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CuttableProxy } from '../support/cuttable-proxy.js';
import { describeS3, ownBucket } from '../support/s3.js';
import { SimulatedS3, type Fault } from '../support/simulated-s3.js';

const impatient = { idleMs: 300, tries: 3, pauseMs: 1 };

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function keep(store: EvidenceStore, bytes: Uint8Array): Promise<Sha256> {
  const sha256 = sha256Hex(bytes);
  const received = await store.receive(once(bytes), { sha256, limit: bytes.length, kind: 'photo' });
  try {
    await store.keep(received);
    return sha256;
  } finally {
    await store.discard(received);
  }
}

describe('an S3 store in trouble', () => {
  let server: SimulatedS3;
  let store: EvidenceStore;
  let folder: string;
  let logged: string[];
  beforeEach(async () => {
    logged = [];
    const note = (...words: unknown[]) => void logged.push(words.map(String).join(' '));
    Logger.overrideLogger({ log: note, warn: note, error: note });
    server = await SimulatedS3.start();
    folder = await mkdtemp(join(tmpdir(), 's3-faults-'));
    store = openEvidenceStore({ store: server.address, dataDirectory: folder }, { gateway: impatient });
    await store.putBytes(randomBytes(10));
    server.requests = [];
  });
  afterEach(async () => {
    Logger.overrideLogger(['fatal']);
    store.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
  const left = async () =>
    (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile()).length;

  it.each<[Fault, string]>([
    ['is silent', 'evidence.store-unreachable'],
    ['asks for patience', 'evidence.store-unreachable'],
    ['cuts what is sent', 'evidence.store-unreachable'],
    ['loses what is written', 'evidence.store-unreachable'],
    ['refuses everybody', 'evidence.store-unreachable'],
    ['is full', 'evidence.store-full'],
  ])(
    'acknowledges nothing where the server %s, and takes the same photo once it is well',
    async (fault, code) => {
      const bytes = randomBytes(200_000);
      server.faults.add(fault);
      await expect(keep(store, bytes)).rejects.toMatchObject({ kind: 'busy', code });
      expect(server.requests.length).toBeLessThanOrEqual(3 * 3);
      expect(await left()).toBe(0);
      server.faults.clear();
      expect(await store.read(await keep(store, bytes))).toEqual(bytes);
      expect(logged.length).toBeGreaterThan(0);
      expect(logged.join('\n')).not.toMatch(/hidden-secret|Signature|Credential/);
    },
  );

  it.each<Fault>(['is silent', 'asks for patience', 'cuts what is sent'])(
    'tries again, with a fresh body, where the server %s at first',
    async (fault) => {
      const bytes = randomBytes(200_000);
      server.faults.add(fault);
      server.patience = fault === 'cuts what is sent' ? 2 : 1;
      expect(await store.read(await keep(store, bytes))).toEqual(bytes);
    },
  );

  it('gives no byte of what was damaged on the way to the disk', async () => {
    server.faults.add('damages what is written');
    const sha256 = await keep(store, randomBytes(1000));
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'evidence.corrupt' });
    expect(await left()).toBe(0);
  });

  it('gives no byte of an object whose transfer breaks off, and leaves nothing of it', async () => {
    const sha256 = await keep(store, randomBytes(100_000));
    server.faults.add('breaks off in the middle');
    await expect(store.open(sha256)).rejects.toMatchObject({ code: 'evidence.store-unreachable' });
    expect(await left()).toBe(0);
  });

  it('ends what waits for a silent server when it is closed', async () => {
    const patient = openEvidenceStore(
      { store: server.address, dataDirectory: folder },
      { gateway: { idleMs: 3_600_000 } },
    );
    server.faults.add('is silent');
    const waiting = patient.stat(sha256Hex('x'));
    patient.close();
    await expect(waiting).rejects.toMatchObject({ code: 'evidence.store-unreachable' });
  });
});

describeS3('a network that is cut', ({ url }) => {
  it('loses none of 1,000 acknowledged photos; the others are taken when they are sent again', async () => {
    const own = new URL(ownBucket(url).address);
    const link = await CuttableProxy.to(Number(own.port));
    own.port = String(link.port);
    const folder = await mkdtemp(join(tmpdir(), 's3-cut-'));
    const store = openEvidenceStore({ store: own.href, dataDirectory: folder }, { gateway: { tries: 1 } });
    const photos = Array.from({ length: 1000 }, () => randomBytes(2000));
    const kept = new Map<Sha256, Buffer>();
    let [sent, refused] = [0, 0];
    const sender = async (queue: Buffer[]): Promise<void> => {
      for (let photo = queue.pop(); photo; photo = queue.pop()) {
        sent += 1;
        if (sent % 40 === 0) {
          link.cut();
          link.mend();
        }
        try {
          kept.set(await keep(store, photo), photo);
        } catch (error) {
          expect(error).toMatchObject({ kind: 'busy', code: 'evidence.store-unreachable' });
          refused += 1;
          queue.unshift(photo);
        }
      }
    };
    const queue = [...photos];
    await Promise.all(Array.from({ length: 8 }, () => sender(queue)));
    expect(refused).toBeGreaterThan(0);
    expect(kept.size).toBe(1000);
    const again = openEvidenceStore({ store: ownPort(own, url), dataDirectory: folder });
    for (const [sha256, photo] of kept) expect(await again.read(sha256)).toEqual(photo);
    store.close();
    again.close();
    await link.close();
    await rm(folder, { recursive: true });
  }, 300_000);
});

/** The same bucket without the link between. */
function ownPort(address: URL, server: string): string {
  const direct = new URL(address);
  direct.port = new URL(server).port;
  return direct.href;
}
