import fc from 'fast-check';
import { DomainError } from '#kernel';
import { decodeRanges, encodeRanges, isPrintable } from './coverage.js';
import { assertPrintable, firstUnprintable, normalizeText } from './printable-text.js';

const refusal = (text: string): DomainError => {
  try {
    assertPrintable(text, '/description');
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('was not refused');
};

describe('text for papers', () => {
  it.each([
    ['Kangxi radicals become the characters that they look like', '⼈⼝', '人口'],
    ['compatibility ideographs become unified ones', '\uF900\u{2F804}', '豈你'],
    ['letters and marks are composed', 'Zo\u0308e\u0301', 'Zöé'],
    ['zero-width and bidirectional controls go', 'a\u200B\u202Eb\uFEFF\u2066c\u00AD', 'abc'],
    ['variation selectors and tags go', '葛\u{E0100}\uFE0F\u{E0041}', '葛'],
    ['controls go, line ends and tabs become spaces', 'a\u0000b\u001Bc\r\nd\te\u2028f', 'abc  d e f'],
    ['a mark behind a removed joiner is composed too', 'e\u200D\u0301', 'é'],
    ['full-width letters, circled digits and units stay as written', 'Ａ①㎡', 'Ａ①㎡'],
    ['the ideographic space stays, others become plain', 'a\u3000b\u00A0c\u2009d', 'a\u3000b c d'],
  ])('%s', (_rule, from, to) => expect(normalizeText(from)).toBe(to));

  it('accepts Chinese with rare name characters, Polish, Czech, Turkish, Greek and Russian', () => {
    const names = [
      '䶮㛃𬱖𫖯龑',
      'Zażółć Gęślą Jaźń',
      'Příliš Žluťoučký Kůň',
      'Iğdır Şükrü',
      'Ελλάς',
      'Щукин',
      '〔2026〕№ 12—“&<>”',
    ];
    for (const name of names) expect(assertPrintable(name)).toBe(name);
  });

  it.each([
    ['an ideograph that the font lacks', '王\u{2EBF0}', '\u{2EBF0}', 'U+2EBF0'],
    ['an emoji', 'ok 🔥', '🔥', 'U+1F525'],
    ['a combining mark without composed letter', 'x\u0301', '\u0301', 'U+0301'],
    ['a script that needs shaping', 'नमस्ते', 'न', 'U+0928'],
    ['Arabic', 'محمد', 'م', 'U+0645'],
    ['a private use character', '\uE000', '\uE000', 'U+E000'],
    ['half of a surrogate pair', 'a\uD800', '\uFFFD', 'U+D800'],
  ])('refuses %s and names it', (_what, text, character, codePoint) => {
    const { kind, code, facts, fields } = refusal(text);
    expect({ kind, code, facts }).toEqual({
      kind: 'invalid',
      code: 'text.unprintable',
      facts: { character, codePoint },
    });
    expect(fields).toEqual([
      { pointer: '/description', code: 'text.unprintable', facts: { character, codePoint } },
    ]);
  });

  it('changes nothing the second time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
        expect(firstUnprintable(once)).toBe(firstUnprintable(text));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps ranges exactly through the table’s form', () => {
    const ranges = [
      [32, 126],
      [160, 160],
      [0x4e00, 0x9fff],
      [0x20000, 0x20001],
    ] as const;
    expect(decodeRanges(encodeRanges(ranges))).toEqual(ranges);
    expect([31, 32, 126, 127].map(isPrintable)).toEqual([false, true, true, false]);
  });
});
