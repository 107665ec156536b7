import type { Assertion, Entry } from '#entries';
import { newId, type Sha256 } from '#kernel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PasskeyRegister } from './passkey-register.js';

const vectors = JSON.parse(readFileSync(join(__dirname, 'assertion.vectors.json'), 'utf8')) as {
  challenge: Sha256;
  rpId: string;
  assertions: Record<'ES256' | 'RS256', Assertion>;
};
const assertion = vectors.assertions.ES256;
const { credential, alg, publicKey } = assertion;
const person = newId();
const frame = (type: string, data: object, actor = person) =>
  ({ type, data, actor: { person: actor, agency: newId() } }) as unknown as Entry;
const enrolled = (changes: object = {}) =>
  frame('passkey.enrolled', { person, credential, alg, publicKey, rpId: vectors.rpId, ...changes });
const approved = (changes: object = {}, actor = person) =>
  frame('batch.approved', { snapshot: vectors.challenge, factor: 'passkey', assertion, ...changes }, actor);
const follow = (...entries: Entry[]) => {
  const register = new PasskeyRegister();
  return entries.map((entry) => register.follow(entry)).at(-1);
};

describe('signatures by passkeys along the ledger', () => {
  it('hold where the key was enrolled before for the person who acted', () => {
    expect(follow(enrolled(), approved())).toBeUndefined();
    const numbered = { contentHash: vectors.challenge, factor: 'passkey', assertion };
    expect(follow(enrolled(), frame('certificate.numbered', numbered))).toBeUndefined();
    const revoked = { signed: vectors.challenge, factor: 'passkey', assertion };
    expect(follow(enrolled(), frame('certificate.revoked', revoked))).toBeUndefined();
  });

  it('are no business of entries that were signed by the password, or not at all', () => {
    expect(follow(approved({ factor: 'password', assertion: undefined }))).toBeUndefined();
    expect(follow(frame('agency.added', {}))).toBeUndefined();
  });

  it.each([
    ['a key that was never enrolled', 'not-enrolled', [approved()]],
    [
      'a key that is enrolled only afterwards',
      'not-enrolled',
      [approved(), enrolled(), approved()].slice(0, 1),
    ],
    ['a removed key', 'removed', [enrolled(), frame('passkey.removed', { person, credential }), approved()]],
    ['the key of somebody else', 'other-person', [enrolled(), approved({}, newId())]],
    [
      'another key under the same credential',
      'other-key',
      [enrolled({ publicKey: vectors.assertions.RS256.publicKey }), approved()],
    ],
    ['a list with another hash', 'challenge', [enrolled(), approved({ snapshot: 'ab'.repeat(32) })]],
    ['another host', 'origin', [enrolled({ rpId: 'ledger.example.cn' }), approved()]],
    ['an assertion that was left out', 'assertion-missing', [enrolled(), approved({ assertion: undefined })]],
    [
      'a second enrolment that would take the credential over',
      'other-person',
      [enrolled(), enrolled({ person: newId() }), approved({}, newId())],
    ],
  ])('do not hold for %s', (_, fault, entries) => {
    expect(follow(...entries)).toBe(fault);
  });
});
