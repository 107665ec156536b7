import { generateKeyPairSync } from 'node:crypto';
import { sha256Hex } from '#kernel';
import { toHex, emptyRoot } from '../tree/hashes.js';
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.js';
import { verifierOf } from './note-key.js';
import { addSignature, signNote } from './signed-note.js';

const origin = 'ledger.example.cn/prc';
const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const root = sha256Hex('root');

const log = { name: origin, privateKey: generateKeyPairSync('ed25519').privateKey };
const witness = { name: 'witness.example', privateKey: generateKeyPairSync('ed25519').privateKey };
const held = [verifierOf(log), verifierOf(witness)];

describe('checkpoint', () => {
  it('reads the example of C2SP tlog-checkpoint, and writes it again', () => {
    const checkpoint = parseCheckpoint(example);
    expect(checkpoint).toEqual({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      root: '0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62',
      extensions: [],
    });
    expect(formatCheckpoint(checkpoint)).toBe(example);
  });

  it('of the empty tree has the root of the empty tree', () => {
    const text = formatCheckpoint({ origin, size: 0, root: toHex(emptyRoot) });
    expect(parseCheckpoint(text).size).toBe(0);
    expect(() => parseCheckpoint(formatCheckpoint({ origin, size: 0, root }))).toThrow(
      'checkpoint.malformed',
    );
  });

  it('keeps further lines apart', () => {
    expect(parseCheckpoint(`${example}one\ntwo\n`).extensions).toEqual(['one', 'two']);
  });

  const [name, size, base64] = example.split('\n') as [string, string, string];
  it.each([
    ['no origin', `\n${size}\n${base64}\n`],
    ['no root', `${name}\n${size}\n`],
    ['no line feed at the end', `${name}\n${size}\n${base64}`],
    ['an empty line', `${name}\n${size}\n${base64}\n\n`],
    ['an empty line among further ones', `${name}\n${size}\n${base64}\n\nx\n`],
    ['a leading zero', `${name}\n0${size}\n${base64}\n`],
    ['a sign', `${name}\n+${size}\n${base64}\n`],
    ['full-width digits', `${name}\n１２\n${base64}\n`],
    ['hex', `${name}\n0x10\n${base64}\n`],
    ['an exponent', `${name}\n1e3\n${base64}\n`],
    ['a size beyond exact integers', `${name}\n9007199254740992\n${base64}\n`],
    ['a carriage return', `${name}\r\n${size}\n${base64}\n`],
    ['a root of 31 bytes', `${name}\n${size}\n${Buffer.alloc(31).toString('base64')}\n`],
    ['a root of 33 bytes', `${name}\n${size}\n${Buffer.alloc(33).toString('base64')}\n`],
    ['a root with loose bits', `${name}\n${size}\n${base64.replace('I=', 'J=')}\n`],
    ['a root in hex', `${name}\n${size}\n${root}\n`],
  ])('is refused with %s', (_, text) => {
    expect(() => parseCheckpoint(text)).toThrow('checkpoint.malformed');
  });

  it.each([
    { origin: '', size: 1 },
    { origin: 'a\nb', size: 1 },
    { origin, size: -1 },
    { origin, size: 1.5 },
    { origin, size: 2 ** 53 },
  ])('is not written for %j', (wrong) => {
    expect(() => formatCheckpoint({ ...wrong, root })).toThrow('checkpoint.malformed');
  });

  it('is not written without a hash', () => {
    expect(() => formatCheckpoint({ origin, size: 1, root: 'xyz' as typeof root })).toThrow(RangeError);
  });
});

describe('signed checkpoint', () => {
  const text = formatCheckpoint({ origin, size: 7, root });

  it('counts with the signature of its log, and names who else signed', () => {
    const opened = openCheckpoint(addSignature(signNote(text, log), witness), held);
    expect(opened).toMatchObject({ origin, size: 7, root });
    expect(opened.verified.map((signature) => signature.name)).toEqual([origin, witness.name]);
  });

  it('does not count with the signature of a held key that is not the log’s', () => {
    expect(() => openCheckpoint(signNote(text, witness), held)).toThrow('checkpoint.foreign-signer');
  });

  it('of another origin is not signed by this log’s key', () => {
    const other = formatCheckpoint({ origin: 'other.example', size: 7, root });
    expect(() => openCheckpoint(signNote(other, log), held)).toThrow('checkpoint.foreign-signer');
  });

  it('is refused when size or root were changed', () => {
    const note = signNote(text, log);
    expect(() => openCheckpoint(note.replace('\n7\n', '\n8\n'), held)).toThrow('note.bad-signature');
  });

  it('signed rightly is still refused when it is no checkpoint', () => {
    expect(() => openCheckpoint(signNote('hello\n', log), held)).toThrow('checkpoint.malformed');
  });
});
