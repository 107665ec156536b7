import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readAttachment } from '#papers';
import { contentBytes } from '../domain/content-hash.js';
import { RenderPool } from './render-pool.js';
import { warmUpContent } from './warm-up.js';

const root = join(__dirname, '../../../..');
const fragile = pathToFileURL(join(root, 'test/support/fragile-render-worker.mjs'));
const compiled = pathToFileURL(join(root, 'dist/libs/certificates/src/pdf/render-worker.js'));
const job = (verifyUrl: string) => ({ content: warmUpContent, thumbnails: new Map(), verifyUrl });
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('render threads', () => {
  let pool: RenderPool;
  afterEach(() => pool.stop());

  it('draw the same bytes for the same job, whichever of them draws', async () => {
    pool = await RenderPool.start({ workerFile: compiled });
    const drawn = await Promise.all(
      [1, 1, 1].map((number) => pool.render(job(`http://localhost/c/${number}`))),
    );
    for (const bytes of drawn) {
      expect(Buffer.compare(bytes, drawn[0]!)).toBe(0);
      expect(readAttachment(bytes, 'certificate.json')).toEqual(contentBytes(warmUpContent));
    }
  });

  it('answer every job with its own result, however many wait', async () => {
    pool = await RenderPool.start({ workerFile: fragile });
    const names = Array.from({ length: 40 }, (_, index) => `job ${index}`);
    const drawn = await Promise.all(names.map((name) => pool.render(job(name))));
    expect(drawn.map(text)).toEqual(names);
  });

  it('pass a failure on and go on drawing', async () => {
    pool = await RenderPool.start({ workerFile: fragile, threads: 1 });
    await expect(pool.render(job('fail'))).rejects.toThrow('no glyph for U+2EBF0');
    expect(text(await pool.render(job('next')))).toBe('next');
  });

  it('fail only the job whose thread died, and are replaced', async () => {
    pool = await RenderPool.start({ workerFile: fragile, threads: 1 });
    const [crashed, next, again] = await Promise.allSettled(
      ['crash', 'next', 'crash'].map((name) => pool.render(job(name))),
    );
    expect(crashed).toMatchObject({
      status: 'rejected',
      reason: { message: 'the render thread ended with code 3' },
    });
    expect(next).toMatchObject({ status: 'fulfilled' });
    expect(again).toMatchObject({ status: 'rejected' });
    expect(text(await pool.render(job('later')))).toBe('later');
  });

  it('refuse a job when too many wait, and those that wait when the pool stops', async () => {
    pool = await RenderPool.start({ workerFile: fragile, threads: 1, queueLimit: 2 });
    const first = pool.render(job('first'));
    const waiting = [pool.render(job('a')), pool.render(job('b'))];
    const outcome = Promise.allSettled(waiting);
    await expect(pool.render(job('c'))).rejects.toMatchObject({
      kind: 'busy',
      code: 'certificate.renderer-busy',
    });
    await pool.stop();
    expect(text(await first)).toBe('first');
    for (const one of await outcome)
      expect(one).toMatchObject({ reason: { code: 'certificate.renderer-busy' } });
    await expect(pool.render(job('d'))).rejects.toMatchObject({ code: 'certificate.renderer-busy' });
  });
});

describe('a pool', () => {
  it('does not start over a thread that can’t', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'render-pool-'));
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, "throw new Error('fonts are missing');");
    await expect(RenderPool.start({ workerFile: pathToFileURL(broken) })).rejects.toThrow(
      'fonts are missing',
    );
    rmSync(folder, { recursive: true });
  });

  it('draws in place where no compiled thread stands beside it', async () => {
    const pool = await RenderPool.start();
    const bytes = await pool.render(job('http://localhost/c/1'));
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
    await pool.stop();
  });
});
