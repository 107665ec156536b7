import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { jpeg } from '../../../../test/support/pictures.js';
import { Decoder } from './decoder.js';

const usual = { memoryKib: 600 * 1024, jobMs: 30_000 };

/** Processes that this one started and that decode, by what the system says of them. */
function decoders(): { pid: number; environment: string; limits: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
        const ours = read('stat').split(') ')[1]!.split(' ')[1] === String(process.pid);
        if (!ours || !read('cmdline').includes('decoder-worker')) return [];
        return [{ pid: Number(pid), environment: read('environ'), limits: read('limits') }];
      } catch {
        return [];
      }
    });
}

describe('decoding', () => {
  let decoder: Decoder;
  afterEach(() => decoder.onModuleDestroy());

  it('happens in a process with bounded memory that is told no secret', async () => {
    decoder = new Decoder();
    expect(await decoder.header(await tenth())).toMatchObject({ format: 'jpeg', width: 320, frames: 1 });
    const [child] = decoders();
    expect(child!.environment).not.toMatch(/DATABASE|PASSWORD|KEY|HOME/);
    expect(child!.limits).toMatch(new RegExp(`Max data size +${String(600 * 1024 * 1024)} `));
  });

  it('refuses a picture that takes more memory than it gets, and goes on with the next', async () => {
    decoder = Decoder.within({ ...usual, memoryKib: 400 * 1024 });
    const greedy = await sharp({ create: { width: 9500, height: 9500, channels: 3, background: '#808080' } })
      .jpeg({ progressive: true, chromaSubsampling: '4:4:4' })
      .toBuffer();
    await expect(decoder.view(() => Promise.resolve(greedy), 100)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'photo.heavy-to-decode',
    });
    expect(await decoder.view(await tenth(), 100)).toBeDefined();
  });

  it('ends a picture that takes too long', async () => {
    decoder = Decoder.within({ ...usual, jobMs: 1 });
    const large = await jpeg(3, 4000, 3000);
    await expect(decoder.view(() => Promise.resolve(large), 2048)).rejects.toMatchObject({
      kind: 'busy',
      code: 'photo.slow-to-decode',
    });
  });

  it('blames no picture for a process that others ended', async () => {
    decoder = new Decoder();
    await decoder.header(await tenth());
    for (const { pid } of decoders()) process.kill(pid, 'SIGKILL');
    expect(await decoder.view(await tenth(), 100)).toBeDefined();
  });

  const tenth = async () => {
    const bytes = await jpeg(10);
    return () => Promise.resolve(bytes);
  };
});
