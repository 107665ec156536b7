import { openEvidenceStore, type EvidenceStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf } from '../support/s3.js';
import { describeWithTools } from '../support/tools.js';

const script = join(__dirname, '../../scripts/s3-server.mjs');
const photos = 1000;

/** A server of this test's own, with its objects on disk. */
class OwnServer {
  private child: ChildProcess | undefined;
  address = '';

  constructor(private readonly directory: string) {}

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [script, '--disk', `--dir=${this.directory}`, '--until-stdin-ends'],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    this.child = child;
    const [line] = (await Promise.race([
      once(child.stdout!, 'data'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the S3 server ended with ${code}`);
      }),
    ])) as [Buffer];
    this.address = String(line).trim();
  }

  /** Monitor, storage and gateway at once, without a word. */
  async killAll(): Promise<void> {
    const child = this.child!;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    const pids = JSON.parse(readFileSync(join(this.directory, 'pids.json'), 'utf8')) as number[];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    const gone = once(this.child!, 'exit');
    this.child!.stdin!.end();
    await gone;
  }
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function keep(store: EvidenceStore, bytes: Uint8Array): Promise<Sha256> {
  const sha256 = sha256Hex(bytes);
  const received = await store.receive(whole(bytes), { sha256, limit: bytes.length, kind: 'photo' });
  await store.keep(received).finally(() => store.discard(received));
  return sha256;
}

describeWithTools(['radosgw', 'ceph-osd', 'ceph-mon'], 'an S3 server that is killed', () => {
  let directory: string;
  let server: OwnServer;
  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 's3-killed-'));
    server = new OwnServer(directory);
    await server.start();
  }, 90_000);
  afterAll(async () => {
    await server.stop();
    rmSync(directory, { recursive: true });
  }, 60_000);

  it('has every photo that was acknowledged, still locked, when it is back; the others are taken then', async () => {
    const folder = join(directory, 'spool');
    const options = { store: server.address, dataDirectory: folder };
    const store = openEvidenceStore(options, { gateway: { tries: 1 } });
    const kept = new Map<Sha256, Buffer>();
    const queue = Array.from({ length: photos }, () => randomBytes(2_000));
    let back: Promise<void> | undefined;
    let refused = 0;
    const sender = async (): Promise<void> => {
      for (let photo = queue.pop(); photo; photo = queue.pop()) {
        try {
          kept.set(await keep(store, photo), photo);
          if (kept.size >= photos / 3) back ??= server.killAll().then(() => server.start());
        } catch (error) {
          expect(error).toMatchObject({ kind: 'busy', code: 'evidence.store-unreachable' });
          refused += 1;
          queue.unshift(photo);
          await back;
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, sender));
    await back;
    expect(refused).toBeGreaterThan(0);
    expect(kept.size).toBe(photos);
    const again = openEvidenceStore(options);
    for (const [sha256, photo] of kept) expect(await again.read(sha256)).toEqual(photo);
    const client = clientOf(server.address);
    const { versionId } = await client.statObject('evidence', [...kept.keys()][0]!);
    await expect(
      client.removeObject('evidence', [...kept.keys()][0]!, { versionId: versionId! }),
    ).rejects.toMatchObject({ code: 'AccessDenied' });
    store.close();
    again.close();
  }, 280_000);
});
