import { jpeg, picture } from '../../../../test/support/pictures.js';
import type { PhotoType } from './media-type.js';
import { endsWhole } from './whole-file.js';

const ends = (type: PhotoType, bytes: Buffer) => endsWhole(type, bytes.subarray(-64));

describe('a picture file is known to be whole without decoding', () => {
  it.each(['jpeg', 'png'] as const)(
    'where a %s ends as its kind ends, and not one byte earlier',
    async (kind) => {
      const whole = await picture(3).toFormat(kind).toBuffer();
      expect(ends(`image/${kind}`, whole)).toBe(true);
      for (const cut of [1, 2, 3, 13, whole.length >> 1]) {
        expect([cut, ends(`image/${kind}`, whole.subarray(0, -cut))]).toEqual([cut, false]);
      }
    },
  );

  it('but not where something stands behind the end, where nothing stands at all, or in WebP and HEIC', async () => {
    const whole = await jpeg(4);
    expect(ends('image/jpeg', Buffer.concat([whole, Buffer.from('a film')]))).toBe(false);
    for (const type of ['image/jpeg', 'image/png'] as const) {
      expect(ends(type, Buffer.alloc(0))).toBe(false);
      expect(ends(type, Buffer.from([0xff]))).toBe(false);
    }
    for (const type of ['image/webp', 'image/heic'] as const) expect(ends(type, whole)).toBe(false);
  });
});
