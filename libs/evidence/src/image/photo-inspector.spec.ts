import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  flatPng,
  jpeg,
  liars,
  pageInPng,
  pageInScan,
  phonePhoto,
  picture,
  pngOf,
} from '../../../../test/support/pictures.js';
import { viewSide } from '../domain/photo-limits.js';
import { Decoder } from './decoder.js';
import { PhotoInspector } from './photo-inspector.js';

describe('inspecting a photo', () => {
  const decoder = new Decoder();
  const inspector = new PhotoInspector(decoder);
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'pictures-'));
  });
  afterAll(() => {
    decoder.onModuleDestroy();
    return rm(directory, { recursive: true });
  });

  const inspect = async (bytes: Uint8Array) => {
    const path = join(directory, 'received');
    await writeFile(path, bytes);
    return inspector.inspect(path);
  };
  /** What becomes of a photo, the decode included that may follow its acknowledgement. */
  const examined = async (bytes: Uint8Array) => {
    const found = await inspect(bytes);
    if (found.decoded) return found;
    const view = await decoder.viewInTime(() => Promise.resolve(bytes), viewSide);
    return { ...found, ...(view && { view }), damaged: !view, decoded: true };
  };

  it('takes JPEG, PNG and WebP and makes a view of each', async () => {
    for (const [format, mediaType] of [
      ['jpeg', 'image/jpeg'],
      ['png', 'image/png'],
      ['webp', 'image/webp'],
    ] as const) {
      const { view, ...found } = await examined(await picture(3).toFormat(format).toBuffer());
      expect(found).toEqual({ mediaType, damaged: false, claims: {}, decoded: true });
      expect(await sharp(view).metadata()).toMatchObject({
        format: 'jpeg',
        width: 320,
        height: 240,
        space: 'srgb',
      });
    }
  });

  it('makes a view that is upright, small, and tells nothing of what the phone wrote', async () => {
    const { view, claims } = await examined(await phonePhoto(4));
    const shown = await sharp(view).metadata();
    expect([shown.width, shown.height]).toEqual([240, 320]);
    for (const part of ['exif', 'xmp', 'iptc', 'icc', 'orientation'] as const)
      expect(shown[part]).toBeUndefined();
    expect(view!.includes('ZHANG')).toBe(false);
    expect(view!.includes('ACME')).toBe(false);
    expect(claims).toEqual({
      takenAt: '2026-11-20T10:00:00+08:00',
      software: 'Camera 1.2',
      device: { make: 'ACME', model: 'Phone 7' },
      position: { latitude: '30.250000', longitude: '120.166667' },
    });
  });

  it('makes the same view of the same photo', async () => {
    const bytes = await jpeg(5);
    const { view } = await examined(bytes);
    expect(view).toBeDefined();
    expect((await examined(bytes)).view).toEqual(view);
  });

  it('shows at most 2,048 pixels a side', async () => {
    const { view } = await examined(await jpeg(6, 3000, 1500));
    expect(await sharp(view).metadata()).toMatchObject({ width: 2048, height: 1024 });
  });

  it('refuses everything that is not a photo, whatever it looks like', async () => {
    const refusals: Record<string, string> = {};
    for (const [name, bytes] of Object.entries(await liars())) {
      refusals[name] = await inspect(bytes).then(
        () => 'taken',
        (error: { code: string }) => error.code,
      );
    }
    expect(Object.entries(refusals).filter(([, code]) => code !== 'photo.not-an-image')).toEqual([]);
  });

  it('refuses a flood of pixels by the header, without decoding', async () => {
    const flood = await flatPng(30_000, 30_000);
    expect(flood.length).toBeLessThan(1_000_000);
    const before = process.memoryUsage().rss;
    await expect(inspect(flood)).rejects.toMatchObject({
      code: 'photo.too-many-pixels',
      facts: { width: '30000' },
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });

  it('lets the decode wait where header and end tell that a picture of usual size came whole, and nowhere else', async () => {
    expect((await inspect(await jpeg(8))).decoded).toBe(false);
    const large = await sharp({ create: { width: 6000, height: 5000, channels: 3, background: '#808080' } })
      .jpeg()
      .toBuffer();
    expect(await inspect(large)).toMatchObject({ damaged: false, decoded: true, view: expect.any(Buffer) });
    const withFilm = Buffer.concat([await jpeg(8), Buffer.from('a film')]);
    expect(await inspect(withFilm)).toMatchObject({ damaged: false, decoded: true });
  });

  it('refuses animations', async () => {
    const frames = await sharp([await jpeg(1), await jpeg(2)], { join: { animated: true } })
      .webp()
      .toBuffer();
    await expect(inspect(frames)).rejects.toMatchObject({ code: 'photo.several-frames' });
    const still = await picture(1, 8, 8).png().toBuffer();
    const chunks = [
      ['IHDR', still.subarray(16, 29)],
      ['acTL', Buffer.from('0000000100000000', 'hex')],
      ['IDAT', still.subarray(still.indexOf('IDAT') + 4, -16)],
      ['IEND', Buffer.alloc(0)],
    ] as const;
    await expect(inspect(pngOf(chunks))).rejects.toMatchObject({ code: 'photo.several-frames' });
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'keeps a truncated %s as damaged, without a view',
    async (format) => {
      const whole = await picture(7, 640, 480).toFormat(format).toBuffer();
      const found = await inspect(whole.subarray(0, Math.floor(whole.length * 0.6)));
      expect(found).toMatchObject({ mediaType: `image/${format}`, damaged: true, decoded: true });
      expect(found.view).toBeUndefined();
    },
  );

  it('never shows anything of a picture whose pixels are something else', async () => {
    for (const [mediaType, bytes] of [
      ['image/png', pageInPng()],
      ['image/jpeg', await pageInScan()],
    ] as const) {
      expect(await examined(bytes)).toEqual({ mediaType, damaged: true, claims: {}, decoded: true });
    }
  });
});
