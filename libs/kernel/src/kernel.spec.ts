import { DomainError } from './domain-error.js';
import { derivedId, isUuid, newId, parseId } from './ids.js';
import { formatInstant, isInstant } from './instant.js';
import { isSha256, sha256Hex } from './sha256.js';

describe('ids', () => {
  it('are UUIDv7 whose first 48 bits are the milliseconds', () => {
    const id = newId(0x0192_0304_0506);
    expect(id).toMatch(/^01920304-0506-7[0-9a-f]{3}-[89ab]/);
    expect(isUuid(id)).toBe(true);
    expect(newId(1)).not.toBe(newId(1));
  });

  it('are the same for the same parts and differ where the parts are cut differently', () => {
    expect(derivedId('a', 'bc')).toBe(derivedId('a', 'bc'));
    expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
    expect(isUuid(derivedId('x'))).toBe(true);
  });

  it('are taken in either case and kept in lower case', () => {
    const id = newId();
    expect(parseId(id.toUpperCase())).toBe(id);
  });

  it.each(['', 'x', '0192', null, 7, {}, '00000000-0000-0000-0000-000000000000', "019f'--0-0"])(
    'refuses %p, naming the place',
    (value) => {
      expect(() => parseId(value, '/lots/0')).toThrow(
        expect.objectContaining({ kind: 'invalid', fields: [{ pointer: '/lots/0', code: 'id.not-a-uuid' }] }),
      );
    },
  );
});

describe('instants', () => {
  it('have exactly milliseconds and UTC', () => {
    expect(formatInstant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(isInstant('2026-11-24T03:12:45.123Z')).toBe(true);
  });

  it.each([
    '2026-02-30T00:00:00.000Z',
    '2026-01-01T24:00:00.000Z',
    '2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00.000+08:00',
    '２026-01-01T00:00:00.000Z',
    0,
    null,
  ])('refuses %p', (value) => expect(isInstant(value)).toBe(false));
});

describe('hashes', () => {
  it('are SHA-256 of UTF-8 in lower-case hex', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(isSha256(sha256Hex(Uint8Array.of(1)))).toBe(true);
  });
  it.each(['', 'BA'.repeat(32), 'g'.repeat(64), 64])('are not %p', (value) =>
    expect(isSha256(value)).toBe(false),
  );
});

it('an expected failure carries its code as message, its facts and its fields', () => {
  const error = new DomainError('conflict', 'batch.list-changed', { seen: 'a' });
  expect(error).toMatchObject({
    message: 'batch.list-changed',
    kind: 'conflict',
    facts: { seen: 'a' },
    fields: [],
  });
});
