import { PassThrough, Readable } from 'node:stream';
import { paced } from './paced.js';

const drain = async (source: Readable, windowMs: number): Promise<number> => {
  let bytes = 0;
  for await (const chunk of paced(source, { windowMs, leastBytes: 100 })) bytes += chunk.length;
  return bytes;
};

describe('the pace of an upload', () => {
  it('passes every byte of a sender that keeps pace', async () => {
    expect(await drain(Readable.from([Buffer.alloc(60), Buffer.alloc(70)]), 60_000)).toBe(130);
  });

  it('refuses a sender that holds the connection and sends nothing, and leaves the connection to be answered', async () => {
    const source = new PassThrough();
    await expect(drain(source, 20)).rejects.toMatchObject({ code: 'upload.too-slow' });
    expect(source.destroyed).toBe(false);
    source.destroy();
  });

  it('refuses a sender that trickles', async () => {
    const source = new PassThrough();
    const drip = setInterval(() => source.write('x'), 5);
    await expect(drain(source, 50)).rejects.toMatchObject({ code: 'upload.too-slow' });
    clearInterval(drip);
    source.destroy();
  });

  it('says of a sender that went away that the upload was cut', async () => {
    const source = new PassThrough();
    source.write('half');
    const draining = drain(source, 60_000);
    setImmediate(() => source.destroy(new Error('aborted')));
    await expect(draining).rejects.toMatchObject({ code: 'upload.cut' });
  });

  it('lets the rest of a source flow once its reader has given up', async () => {
    const source = Readable.from([Buffer.alloc(10), Buffer.alloc(10), Buffer.alloc(10)]);
    for await (const _ of paced(source, { windowMs: 60_000, leastBytes: 1 })) break;
    source.resume();
    await new Promise((done) => source.once('end', done));
    expect(source.readableEnded).toBe(true);
  });
});
