import { isAnimatedPng, mediaTypeOf } from './media-type.js';

const of = (text: string) => mediaTypeOf(Buffer.from(text, 'latin1'));

describe('media type by magic bytes', () => {
  it('knows JPEG, PNG, WebP, HEIC and PDF by their first bytes', () => {
    expect(of('\xff\xd8\xff\xe0rest')).toBe('image/jpeg');
    expect(of('\x89PNG\r\n\x1a\n')).toBe('image/png');
    expect(of('RIFF\x01\x02\x03\x04WEBPVP8 ')).toBe('image/webp');
    expect(of('\0\0\0\x18ftypheic')).toBe('image/heic');
    expect(of('\0\0\0\x18ftypmif1')).toBe('image/heic');
    expect(of('%PDF-1.7')).toBe('application/pdf');
  });

  it.each([
    '',
    '\xff\xd8',
    'GIF89a',
    'II*\0',
    'MM\0*',
    '<svg',
    '<html>',
    '\0\0\0\x18ftypavif',
    ' %PDF-1.7',
    'RIFF1234WAVE',
  ])('takes %j for nothing', (text) => expect(of(text)).toBeUndefined());

  it('reads only its own bytes where the head is a part of a larger buffer', () => {
    const larger = Buffer.from('....%PDF-1.7', 'latin1');
    expect(mediaTypeOf(larger.subarray(4))).toBe('application/pdf');
    expect(mediaTypeOf(larger)).toBeUndefined();
  });
});

describe('animated PNG', () => {
  const png = (...kinds: string[]) =>
    Buffer.concat([Buffer.alloc(8), ...kinds.map((kind) => Buffer.from(`\0\0\0\0${kind}crc_`, 'latin1'))]);

  it('is one with an animation chunk before its picture data', () => {
    expect(isAnimatedPng(png('IHDR', 'acTL', 'IDAT'))).toBe(true);
  });

  it('is not one whose picture data come first, or that ends before', () => {
    expect(isAnimatedPng(png('IHDR', 'IDAT', 'acTL'))).toBe(false);
    expect(isAnimatedPng(png('IHDR'))).toBe(false);
    expect(isAnimatedPng(Buffer.alloc(8))).toBe(false);
  });
});
