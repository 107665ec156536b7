import { DomainError } from '#kernel';
import { canonicalBytes } from './canonicalize.js';
import { parseCanonical } from './parse-canonical.js';

function reasonOf(bytes: Uint8Array): string | undefined {
  try {
    parseCanonical(bytes);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect([error.kind, error.code]).toEqual(['invalid', 'jcs.not-canonical']);
    return error.facts['reason'];
  }
  return undefined;
}

describe('reading stored bytes', () => {
  it('gives back the value that was written', () => {
    const value = { z: null, a: [true, -1, '卷烟\u0000"'], constructor: { toString: '' } };
    expect(parseCanonical(canonicalBytes(value))).toEqual(value);
  });

  it('reads a part of a larger buffer', () => {
    expect(parseCanonical(Buffer.from('xx{"a":1}yy').subarray(2, 9))).toEqual({ a: 1 });
  });

  it.each([
    ['two equal keys', '{"a":1,"a":1}', 'form'],
    ['two equal keys, one of them escaped', '{"\\u0061":1,"a":1}', 'form'],
    ['white space', '{"a": 1}', 'form'],
    ['a line feed at the end', '{"a":1}\n', 'form'],
    ['keys out of order', '{"b":1,"a":1}', 'form'],
    ['a needless escape', '"\\u0041"', 'form'],
    ['an escaped slash', '"\\/"', 'form'],
    ['an escape in capital letters', '"\\u001F"', 'form'],
    ['minus zero', '-0', 'form'],
    ['an exponent', '1e2', 'form'],
    ['a decimal point', '1.0', 'form'],
    ['a number that ECMAScript rounds', '9007199254740993', 'jcs.not-an-integer'],
    ['a fraction', '0.5', 'jcs.not-an-integer'],
    ['a number beyond all bounds', '1e400', 'jcs.not-a-number'],
    ['half of a character', '"\\ud83d"', 'jcs.lone-surrogate'],
    ['a member named __proto__', '{"__proto__":1}', 'jcs.forbidden-key'],
    ['nothing', '', 'json'],
    ['two values', '1 2', 'json'],
    ['a byte order mark', '\ufeff1', 'json'],
    ['a trailing comma', '[1,]', 'json'],
    ['NaN', 'NaN', 'json'],
  ])('refuses %s', (_, text, reason) => {
    expect(reasonOf(Buffer.from(text, 'utf8'))).toBe(reason);
  });

  it.each(['22ff22', '22c0af22', '22eda0bd22', '22e282'])('refuses %s, which is not UTF-8', (hex) => {
    expect(reasonOf(Buffer.from(hex, 'hex'))).toBe('utf8');
  });

  it.each(['[', '{"a":'])('survives a million nested %s', (open) => {
    const close = open === '[' ? ']' : '}';
    const text = `${open.repeat(1_000_000)}1${close.repeat(1_000_000)}`;
    expect(reasonOf(Buffer.from(text))).toBe('jcs.too-deep');
  });
});
