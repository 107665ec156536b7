import type { PersonId } from '#kernel';
import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { countsBack, enrolPasskey, passkeyLimit, removePasskey, signatureIdentity } from './passkey.js';
import { passkeySite } from './passkey-site.js';

const person = '0193a0de-0000-7000-8000-000000000001' as PersonId;
const other = '0193a0de-0000-7000-8000-000000000002' as PersonId;
const made = { credential: 'AAAA', alg: 'ES256', publicKey: 'BBBB', rpId: 'localhost' } as const;

describe('passkeys of a person', () => {
  it('are recorded with the key and the host for which it signs', () => {
    expect(enrolPasskey(person, made, { own: passkeyLimit - 1, taken: false })).toEqual({
      type: 'passkey.enrolled',
      subject: { kind: 'person', id: person },
      data: { person, ...made },
    });
  });

  it('are bounded in number, and no credential is enrolled twice', () => {
    const enrol = (own: number, taken: boolean) => () => enrolPasskey(person, made, { own, taken });
    expect(enrol(passkeyLimit, false)).toThrow('passkey.too-many');
    expect(enrol(0, true)).toThrow('passkey.enrolled-already');
  });

  it('are removed by their owner alone', () => {
    expect(removePasskey(person, { ...made, person })).toMatchObject({
      type: 'passkey.removed',
      data: { person, credential: 'AAAA' },
    });
    expect(() => removePasskey(other, { ...made, person })).toThrow('passkey.unknown');
    expect(() => removePasskey(person, undefined)).toThrow('passkey.unknown');
  });
});

describe('a copied passkey', () => {
  it.each([
    [0, 0, false],
    [0, 1, false],
    [4, 5, false],
    [5, 5, true],
    [5, 4, true],
    [5, 0, true],
  ])('shows by the count: after %i comes %i: %s', (stored, given, back) => {
    expect(countsBack(stored, given)).toBe(back);
  });
});

describe('one signature written in two ways', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const n = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');
  const integer = (value: bigint) => {
    const hex = value.toString(16);
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
    const body = bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, body.length]), body]);
  };

  it('is the same signature: both are valid, and both have one identity', () => {
    const message = Buffer.from('list');
    const one = sign('sha256', message, privateKey);
    const rLength = one[3]!;
    const r = BigInt(`0x${one.subarray(4, 4 + rLength).toString('hex')}`);
    const s = BigInt(`0x${one.subarray(6 + rLength).toString('hex')}`);
    const numbers = Buffer.concat([integer(r), integer(n - s)]);
    const twin = Buffer.concat([Buffer.from([0x30, numbers.length]), numbers]);
    expect(verify('sha256', message, publicKey, twin)).toBe(true);
    const identity = (bytes: Buffer) =>
      signatureIdentity({ alg: 'ES256', signature: bytes.toString('base64url') });
    expect(identity(twin)).toBe(identity(one));
    expect(identity(sign('sha256', message, privateKey))).not.toBe(identity(one));
  });
});

describe('the site of the passkeys', () => {
  it.each([
    ['http://localhost:3000', { rpId: 'localhost' }],
    ['https://ledger.example.cn/', { rpId: 'ledger.example.cn', origin: 'https://ledger.example.cn' }],
    ['http://ledger.example.cn', undefined],
    ['http://127.0.0.1:3000', undefined],
    ['https://10.0.0.7', undefined],
    ['https://[::1]:3000', undefined],
  ])('%s', (url, site) => {
    expect(passkeySite(url)).toEqual(site);
  });
});
