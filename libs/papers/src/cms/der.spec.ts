import { derAt, derInHole } from './der.js';

/** SEQUENCEs inside each other, `depth` times, in shortest form. */
function nested(depth: number): Buffer {
  const headers: Buffer[] = [];
  let length = 0;
  for (let level = 0; level < depth; level++) {
    const size = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
    const header = Buffer.alloc(2 + size, 0x30);
    header[1] = size === 0 ? length : 0x80 + size;
    if (size > 0) header.writeUIntBE(length, 2, size);
    headers.push(header);
    length += header.length;
  }
  return Buffer.concat(headers.reverse());
}

describe('DER in the hole of a signature', () => {
  it('is the one value at its start, followed by zeros only', () => {
    const value = Buffer.of(0x30, 3, 2, 1, 5);
    expect(derInHole(Buffer.concat([value, Buffer.alloc(9)]))).toEqual(value);
    expect(derInHole(Buffer.concat([value, Buffer.of(0, 0, 1)]))).toBeUndefined();
  });

  it('is refused when it is nested deeper than any signature, without exhausting the stack', () => {
    expect(derInHole(nested(20))).toBeDefined();
    expect(derInHole(nested(30))).toBeUndefined();
    expect(derInHole(nested(30_000))).toBeUndefined();
  });

  it.each([
    ['of indefinite length', [0x30, 0x80, 0, 0]],
    ['with a length longer than needed', [0x30, 0x81, 3, 2, 1, 5]],
    ['with a length that begins with zero', [0x30, 0x82, 0, 0x80, ...Array.from({ length: 128 }, () => 0)]],
    ['longer than the hole', [0x30, 9, 2, 1, 5]],
    ['of a length that no file has', [0x30, 0x88, 1, 1, 1, 1, 1, 1, 1, 1]],
    ['with a tag of several bytes', [0x3f, 0x81, 1, 0]],
    ['whose members do not fill it', [0x30, 4, 2, 1, 5, 2]],
    ['whose member reaches beyond it', [0x30, 3, 2, 9, 5]],
    ['of one byte', [0x30]],
  ])('is refused %s', (_, bytes) => {
    expect(derInHole(Buffer.from(bytes))).toBeUndefined();
  });

  it('has headers read within their limit only', () => {
    const bytes = Buffer.of(4, 2, 7, 7);
    expect(derAt(bytes, 0, 4)).toEqual({ tag: 4, start: 0, body: 2, end: 4 });
    expect(derAt(bytes, 0, 3)).toBeUndefined();
    expect(derAt(bytes, 4, 4)).toBeUndefined();
  });
});
