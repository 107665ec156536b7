import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { formatVerifierKey, parseVerifierKey, verifier, verifierOf } from './note-key.js';
import { addSignature, openNote, parseNote, signNote } from './signed-note.js';

// The published example of C2SP signed-note and Go's checksum database: keys, text, signatures.
const peterKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const peterSeed = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const peterSignature =
  'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';
const enochSignature =
  'rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=';
const text =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterLine = `— PeterNeumann ${peterSignature}\n`;
const enochLine = `— EnochRoot ${enochSignature}\n`;

/** PKCS #8 around the 32 bytes of an Ed25519 private key (RFC 8410). */
function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

const peter = { name: 'PeterNeumann', privateKey: privateKey(Buffer.from(peterSeed, 'base64').subarray(1)) };
const held = [parseVerifierKey(peterKey)];

describe('signed note', () => {
  it('signs the published example to the same bytes', () => {
    expect(signNote(text, peter)).toBe(`${text}\n${peterLine}`);
  });

  it('opens the published examples', () => {
    expect(openNote(`${text}\n${peterLine}`, held).text).toBe(text);
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const base64 =
      'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=';
    const note = `This is an example message.\n\n— example.com/foo ${base64}\n`;
    expect(openNote(note, [key]).verified.map(({ keyId }) => keyId)).toEqual(['530d903a']);
  });

  it('tells signatures of held keys from those of unknown ones', () => {
    const opened = openNote(`${text}\n${peterLine}${enochLine}`, held);
    expect(opened.verified.map(({ name }) => name)).toEqual(['PeterNeumann']);
    expect(opened.unverified.map(({ name, keyId }) => [name, keyId])).toEqual([['EnochRoot', 'af0cfe78']]);
  });

  it('counts a key once, however often it signed', () => {
    expect(openNote(`${text}\n${peterLine}${peterLine}`, held).verified).toHaveLength(1);
  });

  it('takes further signatures and keeps those that it has', () => {
    const witness = { name: 'witness.example', privateKey: generateKeyPairSync('ed25519').privateKey };
    const note = addSignature(`${text}\n${peterLine}`, witness);
    expect(note.startsWith(`${text}\n${peterLine}`)).toBe(true);
    expect(openNote(note, [...held, verifierOf(witness)]).verified).toHaveLength(2);
  });

  it('separates text and signatures at the last empty line', () => {
    const note = signNote('first\n\nsecond\n', peter);
    expect(parseNote(note).text).toBe('first\n\nsecond\n');
    expect(openNote(note, held).text).toBe('first\n\nsecond\n');
  });

  it('is refused when no held key has signed', () => {
    expect(() => openNote(`${text}\n${enochLine}`, held)).toThrow('note.unknown-signer');
    expect(() => openNote(`${text}\n${peterLine}`, [])).toThrow('note.unknown-signer');
    const renamed = peterLine.replace('PeterNeumann', 'CarmenSandiego');
    expect(() => openNote(`${text}\n${renamed}`, held)).toThrow('note.unknown-signer');
    const otherId = peterLine.replace('x08g', 'xxxx');
    expect(() => openNote(`${text}\n${otherId}`, held)).toThrow('note.unknown-signer');
  });

  it('is refused as a whole when one signature of a held key is wrong, even beside a right one', () => {
    const longer = `${peterLine.slice(0, 60)}ABCD${peterLine.slice(60)}`;
    const other = signNote('something else\n', peter).split('\n\n')[1]!;
    for (const wrong of [longer, other, peterLine + other]) {
      expect(() => openNote(`${text}\n${wrong}`, held)).toThrow('note.bad-signature');
    }
    expect(() => openNote(`x${text}\n${peterLine}`, held)).toThrow('note.bad-signature');
  });

  it('accepts either of two held keys that share name and id', () => {
    const forged = { ...verifierOf({ name: 'x', privateKey: peter.privateKey }), name: 'PeterNeumann' };
    const twin = { ...forged, keyId: held[0]!.keyId, publicKey: generateKeyPairSync('ed25519').publicKey };
    expect(openNote(`${text}\n${peterLine}`, [twin, ...held]).verified).toHaveLength(1);
  });

  it.each([
    ['no signature', text],
    ['an empty line only', `${text}\n`],
    ['no text', `\n${peterLine}`],
    ['no line feed at the end', `${text}\n${peterLine.slice(0, -1)}`],
    ['a control character', `\u0001${text}\n${peterLine}`],
    ['a carriage return', `${text}\r\n\n${peterLine}`],
    ['a tab', `\t${text}\n${peterLine}`],
    ['half of a character', `\ud83d${text}\n${peterLine}`],
    ['a space in a key name', `${text}\n— Bad Name ${peterSignature}\n`],
    ['a plus in a key name', `${text}\n— Bad+Name ${peterSignature}\n`],
    ['a no-break space in a key name', `${text}\n— Bad\u00a0Name ${peterSignature}\n`],
    ['no key name', `${text}\n—  ${peterSignature}\n`],
    ['a hyphen for the dash', `${text}\n- PeterNeumann ${peterSignature}\n`],
    ['a further line', `${text}\n${peterLine}Unexpected line.\n`],
    ['base64 without padding', `${text}\n— PeterNeumann ${peterSignature.slice(0, -1)}\n`],
    ['base64 of the URL alphabet', `${text}\n${peterLine.replaceAll('/', '_')}`],
    ['a key id without signature', `${text}\n— PeterNeumann x08gow==\n`],
    ['101 signatures', `${text}\n${peterLine.repeat(101)}`],
    ['more than a million characters', `${'x'.repeat(1_000_000)}\n\n${peterLine}`],
  ])('is refused with %s', (_, note) => {
    expect(() => openNote(note, held)).toThrow('note.malformed');
  });

  it.each(['', 'no line feed', 'a\ttab\n', 'a\r\n', '\ud83d\n'])('does not sign %j', (bad) => {
    expect(() => signNote(bad, peter)).toThrow('note.text');
  });

  it.each(['', 'two words', 'a+b', 'a\nb', 'a\u2003b', 'a\u0085b', '\ud83d'])(
    'knows no signer named %j',
    (name) => {
      expect(() => signNote(text, { ...peter, name })).toThrow('note.key-name');
      expect(() => verifier(name, held[0]!.publicKey)).toThrow('note.key-name');
    },
  );

  it('signs and checks with Ed25519 only', () => {
    const { privateKey: other } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(() => signNote(text, { name: 'x', privateKey: other })).toThrow('note.key-type');
    expect(() => verifierOf({ name: 'x', privateKey: other })).toThrow('note.key-type');
  });
});

describe('verifier key', () => {
  it('is written as it was read', () => {
    expect(formatVerifierKey(parseVerifierKey(peterKey))).toBe(peterKey);
    expect(formatVerifierKey(verifierOf(peter))).toBe(peterKey);
  });

  it('is refused when any part of it is missing or changed', () => {
    for (let from = 0; from < peterKey.length; from += 1) {
      for (let to = from + 1; to <= peterKey.length; to += 1) {
        if (to - from === peterKey.length) continue;
        expect(() => parseVerifierKey(peterKey.slice(from, to))).toThrow('note.verifier-key');
      }
      const next = String.fromCharCode(peterKey.charCodeAt(from) + 1);
      const changed = peterKey.slice(0, from) + next + peterKey.slice(from + 1);
      expect(() => parseVerifierKey(changed)).toThrow('note.verifier-key');
    }
  });

  it.each([
    [
      'a key of the wrong length',
      'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==',
    ],
    ['an unknown signature type', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['a key id in capitals', peterKey.replace('c74f20a3', 'C74F20A3')],
    ['an empty name', peterKey.replace('PeterNeumann', '')],
    ['a line feed', `${peterKey}\n`],
  ])('is refused with %s', (_, key) => {
    expect(() => parseVerifierKey(key)).toThrow('note.verifier-key');
  });
});
