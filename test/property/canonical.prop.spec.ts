import fc from 'fast-check';
import type { Json } from '#kernel';
import { canonicalBytes, canonicalize, fromHex, parseCanonical, toHex } from '#merkle';

describe('canonical form', () => {
  const text = fc.string({ unit: 'grapheme' });
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      fc.constant(null),
      fc.boolean(),
      fc.maxSafeInteger(),
      text,
      fc.array(tie('value')),
      fc.dictionary(
        text.filter((key) => key !== '__proto__'),
        tie('value'),
      ),
    ),
  }));

  it('is read back as the same value, and any other order of members gives the same bytes', () => {
    fc.assert(
      fc.property(value, (one) => {
        const bytes = canonicalBytes(one);
        const back = parseCanonical(bytes);
        expect(canonicalize(back)).toBe(Buffer.from(bytes).toString('utf8'));
        expect(back).toEqual(one);
        expect(Buffer.from(canonicalBytes(reversed(one))).equals(bytes)).toBe(true);
      }),
    );
  });

  it('accepts no single changed byte as the same value', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, place, change) => {
        const bytes = Buffer.from(canonicalBytes(one));
        const at = place % bytes.length;
        const changed = Buffer.from(bytes);
        changed[at] = changed[at]! ^ change;
        let back: Json | undefined;
        try {
          back = parseCanonical(changed);
        } catch {
          return;
        }
        expect(Buffer.from(canonicalBytes(back)).equals(bytes)).toBe(false);
      }),
    );
  });

  function reversed(one: Json): Json {
    if (Array.isArray(one)) return one.map(reversed);
    if (one === null || typeof one !== 'object') return one;
    return Object.fromEntries(
      Object.entries(one)
        .map(([key, member]) => [key, reversed(member)] as const)
        .reverse(),
    );
  }

  it('hashes are written in one way only', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (hash) => {
        expect(fromHex(toHex(hash))).toEqual(Buffer.from(hash));
      }),
    );
  });
});
