import { cutWebpHeader } from './webp-header.js';

const file = (chunk: string, hex: string) =>
  Buffer.concat([
    Buffer.from(`RIFF....WEBP${chunk}....`, 'latin1'),
    Buffer.from(hex, 'hex'),
    Buffer.alloc(20),
  ]);

describe('header of a WebP that is broken off', () => {
  it('tells the size of lossy, lossless and extended pictures', () => {
    expect(cutWebpHeader(file('VP8 ', '0000009d012a40010f01'))).toEqual({ width: 320, height: 271 });
    expect(cutWebpHeader(file('VP8L', '2f3fc13b00'))).toEqual({ width: 320, height: 240 });
    expect(cutWebpHeader(file('VP8X', '000000003f0100ef0000'))).toEqual({ width: 320, height: 240 });
  });

  it('is none without its start code, of another kind, or too short', () => {
    expect(cutWebpHeader(file('VP8 ', '00000000000040010f01'))).toBeUndefined();
    expect(cutWebpHeader(file('VP8 ', '0000009d012a00000f01'))).toBeUndefined();
    expect(cutWebpHeader(file('VP8L', '003fc13b00'))).toBeUndefined();
    expect(cutWebpHeader(file('ALPH', '2f3fc13b00'))).toBeUndefined();
    expect(cutWebpHeader(Buffer.from('RIFF....WEBPVP8 '))).toBeUndefined();
  });
});
