import { DomainError } from '#kernel';
import type { Json } from '#kernel';
import { canonicalBytes, canonicalize, maxDepth } from './canonicalize.js';
import published from './rfc8785.vectors.json' with { type: 'json' };

/** What untyped code could hand in. */
const untyped = (value: unknown): Json => value as Json;

function refusal(work: () => unknown): { code: string; pointer: string | undefined } {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, pointer: error.facts['pointer'] };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('canonical form (RFC 8785)', () => {
  it.each(published.texts)('writes the published vector "$name"', ({ input, output }) => {
    expect(canonicalize(JSON.parse(input) as Json)).toBe(output);
  });

  it('gives the UTF-8 bytes of section 3.2.4 for the sample of the standard', () => {
    const bytes = Buffer.from(canonicalize({ numbers: [333333333.33333329, 1e30], string: '\u20ac$\u000f' }));
    expect(bytes.toString('hex')).toBe(
      '7b226e756d62657273223a5b3333333333333333332e333333333333332c31652b33305d2c22737472696e67223a22e282ac245c7530303066227d',
    );
  });

  it.each(published.numbers)('writes the IEEE 754 number %s of appendix B as %s', (hex, text) => {
    expect(canonicalize(Buffer.from(hex!, 'hex').readDoubleBE())).toBe(text);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'refuses the number %s of appendix B, which JSON does not know',
    (hex) => {
      const value = Buffer.from(hex, 'hex').readDoubleBE();
      expect(refusal(() => canonicalize([value]))).toEqual({ code: 'jcs.not-a-number', pointer: '/0' });
    },
  );

  it('sorts by UTF-16 code units: a smiley (U+1F602, written as D83D DE02) before U+FB33', () => {
    expect(canonicalize({ '\ufb33': 1, '\ud83d\ude02': 2 })).toBe('{"\ud83d\ude02":2,"\ufb33":1}');
  });

  it('keeps text as it is: neither normalised nor escaped beyond need', () => {
    expect(canonicalize('A\u030a / \u007f \u2028 </script>')).toBe('"A\u030a / \u007f \u2028 </script>"');
  });
});

describe('canonical bytes of entries', () => {
  it('are the UTF-8 form', () => {
    expect(Buffer.from(canonicalBytes({ 名称: '卷烟', amount: '2356.3' })).toString('utf8')).toBe(
      '{"amount":"2356.3","名称":"卷烟"}',
    );
  });

  it.each([0.5, 1e21, 2 ** 53, -(2 ** 53), Number.MIN_VALUE])('refuse the number %s', (value) => {
    expect(refusal(() => canonicalBytes({ a: [value] }))).toEqual({
      code: 'jcs.not-an-integer',
      pointer: '/a/0',
    });
  });

  it.each([0, -1, 2 ** 53 - 1, -(2 ** 53 - 1)])('hold the integer %s', (value) => {
    expect(Buffer.from(canonicalBytes(value)).toString()).toBe(String(value));
  });

  it('refuse a member named __proto__', () => {
    const hostile = JSON.parse('{"a":{"__proto__":{"admin":true}}}') as Json;
    expect(refusal(() => canonicalBytes(hostile))).toEqual({
      code: 'jcs.forbidden-key',
      pointer: '/a/__proto__',
    });
  });

  it('leave out what an object only inherits', () => {
    const heir: unknown = Object.assign(Object.create(null), { a: 1 });
    expect(Buffer.from(canonicalBytes(untyped(heir))).toString()).toBe('{"a":1}');
  });
});

describe.each([
  ['canonicalize', canonicalize],
  ['canonicalBytes', canonicalBytes],
])('%s refuses what JSON can not hold', (_, write) => {
  it.each([
    ['undefined', undefined],
    ['a function', (): number => 1],
    ['a big integer', 1n],
    ['a symbol', Symbol('a')],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(2)],
    ['a map', new Map()],
    ['boxed text', Object('text')],
    ['an object with its own toJSON', { toJSON: (): number => 1 }],
    ['a member with a symbol as key', { [Symbol('a')]: 1 }],
  ])('%s', (__, value) => {
    expect(refusal(() => write(untyped({ 'a/b': [value] })))).toMatchObject({ code: 'jcs.unsupported-type' });
    expect(refusal(() => write(untyped({ 'a/b': [value] }))).pointer).toMatch(/^\/a~1b\/0/);
  });

  it('a hole in a list', () => {
    const list: unknown[] = [1];
    list[2] = 3;
    expect(refusal(() => write(untyped(list)))).toEqual({ code: 'jcs.unsupported-type', pointer: '/1' });
  });

  it.each(['\ud83d', '\ude02', 'a\ude02\ud83d'])(
    'half of a character in text, as value and as key: %j',
    (text) => {
      expect(refusal(() => write([text])).code).toBe('jcs.lone-surrogate');
      expect(refusal(() => write({ [text]: 1 })).code).toBe('jcs.lone-surrogate');
    },
  );

  it('deeper nesting than the limit, and a value that contains itself', () => {
    const nested = (depth: number): Json => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as Json;
    const circle: unknown[] = [];
    circle.push({ circle });
    expect(write(nested(maxDepth)).length).toBe(maxDepth * 2);
    expect(refusal(() => write(nested(maxDepth + 1))).code).toBe('jcs.too-deep');
    expect(refusal(() => write(untyped(circle))).code).toBe('jcs.too-deep');
  });
});
