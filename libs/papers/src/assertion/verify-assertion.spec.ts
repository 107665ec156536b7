import type { Assertion } from '#entries';
import type { Sha256 } from '#kernel';
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertionKey } from './assertion-key.js';
import { verifyAssertion } from './verify-assertion.js';

/** Made by the virtual authenticator of Chromium: nothing of ours took part. */
const vectors = JSON.parse(readFileSync(join(__dirname, 'assertion.vectors.json'), 'utf8')) as {
  challenge: Sha256;
  rpId: string;
  assertions: Record<'ES256' | 'RS256' | 'EdDSA', Assertion>;
  withoutVerification: Assertion;
};
const expected = { challenge: vectors.challenge, rpId: vectors.rpId };
const real = vectors.assertions.ES256;
const faultOf = (assertion: Assertion, more: Partial<Parameters<typeof verifyAssertion>[1]> = {}) => {
  const checked = verifyAssertion(assertion, { ...expected, ...more });
  return checked.ok ? 'none' : checked.fault;
};

/** An assertion of our own key that says whatever a test wants, soundly signed. */
function signed(given: {
  client?: Record<string, unknown> | string;
  data?: (fixed: Buffer) => Buffer;
  pair?: { privateKey: KeyObject; publicKey: KeyObject };
}): Assertion {
  const pair = given.pair ?? generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const challenge = Buffer.from(expected.challenge, 'hex').toString('base64url');
  const usual = { type: 'webauthn.get', challenge, origin: 'http://localhost:3000', crossOrigin: false };
  const client =
    typeof given.client === 'string' ? given.client : JSON.stringify({ ...usual, ...given.client });
  const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
  const fixed = Buffer.concat([sha256(expected.rpId), Buffer.from([0x05, 0, 0, 0, 7])]);
  const data = given.data?.(fixed) ?? fixed;
  return {
    credential: 'AAAA',
    alg: 'ES256',
    publicKey: pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    authenticatorData: data.toString('base64url'),
    clientDataJSON: Buffer.from(client).toString('base64url'),
    signature: sign('sha256', Buffer.concat([data, sha256(client)]), pair.privateKey).toString('base64url'),
  };
}
const flags = (value: number) => (fixed: Buffer) => {
  const changed = Buffer.from(fixed);
  changed[32] = value;
  return changed;
};

describe('what a passkey signed', () => {
  it.each(Object.keys(vectors.assertions) as (keyof typeof vectors.assertions)[])(
    'holds for an assertion of %s that a browser made',
    (alg) => {
      const checked = verifyAssertion(vectors.assertions[alg], expected);
      expect(checked).toMatchObject({ ok: true, origin: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
    },
  );

  it('holds with extension data behind the fixed part, which are signed too', () => {
    expect(faultOf(signed({ data: (fixed) => Buffer.concat([fixed, Buffer.from('a0', 'hex')]) }))).toBe(
      'none',
    );
    expect(verifyAssertion(signed({}), expected)).toMatchObject({ ok: true, counter: 7 });
  });

  it('says nothing about another hash: an approval can’t be moved to another list', () => {
    expect(faultOf(real, { challenge: 'ab'.repeat(32) as Sha256 })).toBe('challenge');
  });

  it.each(['authenticatorData', 'clientDataJSON', 'signature', 'publicKey'] as const)(
    'falls with any flipped bit of %s',
    (field) => {
      const bytes = Buffer.from(real[field], 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit += 7) {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect([bit, faultOf({ ...real, [field]: changed.toString('base64url') })]).not.toEqual([
          bit,
          'none',
        ]);
      }
    },
  );

  it('refuses an assertion without user verification, and one without a person', () => {
    expect(faultOf(vectors.withoutVerification)).toBe('user-verification');
    expect(faultOf(signed({ data: flags(0x04) }))).toBe('user-presence');
    expect(faultOf(signed({ data: flags(0x01) }))).toBe('user-verification');
  });

  it.each([
    ['an enrolment', { type: 'webauthn.create' }, 'ceremony'],
    ['a frame of another site', { crossOrigin: true }, 'ceremony'],
    ['a page of another host', { origin: 'https://evil.example' }, 'origin'],
    ['a host that only ends alike', { origin: 'https://notlocalhost' }, 'origin'],
    ['an opaque origin', { origin: 'null' }, 'origin'],
    ['an address with a path', { origin: 'http://localhost:3000/x' }, 'origin'],
    ['a challenge that is no text', { challenge: 7 }, 'client-data'],
  ])('refuses %s', (_, client, fault) => {
    expect(faultOf(signed({ client }))).toBe(fault);
  });

  it.each([
    ['https://ledger.example.cn', 'none'],
    ['https://office.ledger.example.cn', 'none'],
    ['http://ledger.example.cn', 'origin'],
    ['https://xledger.example.cn', 'origin'],
  ])('for a host of its own takes %s: %s', (origin, fault) => {
    const rpId = 'ledger.example.cn';
    const data = (fixed: Buffer) =>
      Buffer.concat([createHash('sha256').update(rpId).digest(), fixed.subarray(32)]);
    expect(faultOf(signed({ client: { origin }, data }), { rpId })).toBe(fault);
  });

  it('takes only the asked origin where one is asked', () => {
    const there = signed({ client: { origin: 'http://localhost:3000' } });
    expect(faultOf(there, { origin: 'http://localhost:3000' })).toBe('none');
    expect(faultOf(there, { origin: 'http://localhost:4000' })).toBe('origin');
  });

  it('refuses the key of another host', () => {
    const data = (fixed: Buffer) =>
      Buffer.concat([createHash('sha256').update('evil.example').digest(), fixed.subarray(32)]);
    expect(faultOf(signed({ data }))).toBe('rp-id');
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['nothing', ''],
  ])('refuses client data that are %s', (_, client) => {
    expect(faultOf(signed({ client }))).toBe('client-data');
  });

  it('refuses authenticator data that end early', () => {
    expect(faultOf(signed({ data: (fixed) => fixed.subarray(0, 36) }))).toBe('authenticator-data');
  });

  it('refuses a key of another kind than the algorithm says, another curve, a short RSA key, and no key', () => {
    const spki = (key: KeyObject) => key.export({ format: 'der', type: 'spki' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
    const p384 = generateKeyPairSync('ec', { namedCurve: 'secp384r1' }).publicKey;
    const edKey = generateKeyPairSync('ed25519').publicKey;
    expect(assertionKey(spki(rsa), 'RS256')).toBeUndefined();
    expect(assertionKey(spki(p384), 'ES256')).toBeUndefined();
    expect(assertionKey(spki(edKey), 'ES256')).toBeUndefined();
    expect(assertionKey(Buffer.from('00', 'hex'), 'EdDSA')).toBeUndefined();
    expect(faultOf({ ...real, alg: 'EdDSA' })).toBe('public-key');
  });

  it('refuses a sound signature by a key that is not the one named', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey;
    const publicKey = other.export({ format: 'der', type: 'spki' }).toString('base64url');
    expect(faultOf({ ...real, publicKey })).toBe('signature');
  });
});
