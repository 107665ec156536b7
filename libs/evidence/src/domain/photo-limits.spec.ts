import { assertDecodable } from './photo-limits.js';

const refusal = (width: number, height: number, frames = 1) => {
  try {
    assertDecodable({ width, height, frames });
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('limits of a picture, by its header', () => {
  it('takes 20,000 pixels a side and 100 megapixels', () => {
    expect(refusal(20_000, 5_000)).toBeUndefined();
    expect(refusal(10_000, 10_000)).toBeUndefined();
  });

  it('refuses one pixel more', () => {
    expect(refusal(20_001, 1)).toBe('photo.too-many-pixels');
    expect(refusal(1, 20_001)).toBe('photo.too-many-pixels');
    expect(refusal(10_000, 10_001)).toBe('photo.too-many-pixels');
  });

  it('refuses more than one frame', () => expect(refusal(10, 10, 2)).toBe('photo.several-frames'));
});
