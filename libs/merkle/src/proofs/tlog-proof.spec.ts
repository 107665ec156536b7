import { generateKeyPairSync } from 'node:crypto';
import { sha256Hex } from '#kernel';
import { canonicalBytes } from '../jcs/canonicalize.js';
import { formatCheckpoint } from '../notes/checkpoint.js';
import { verifierOf } from '../notes/note-key.js';
import { signNote } from '../notes/signed-note.js';
import { rootOf } from '../tree/frontier.js';
import { leafHash, toHex } from '../tree/hashes.js';
import { formatTlogProof, parseTlogProof, tlogProofHeader } from './tlog-proof.js';
import { verifyEntryProof, verifyTlogProof } from './verify-tlog-proof.js';

const origin = 'ledger.example.cn/prc';
const log = { name: origin, privateKey: generateKeyPairSync('ed25519').privateKey };
const held = [verifierOf(log)];
const entries = ['a', 'b', 'c'].map((id) => canonicalBytes({ v: 1, id, type: 'certificate.prepared' }));
const hashes = entries.map(leafHash);
const root = toHex(rootOf(hashes));
const checkpoint = signNote(formatCheckpoint({ origin, size: 3, root }), log);
const whole = { extra: entries[2]!, index: 2, path: [toHex(rootOf(hashes.slice(0, 2)))], checkpoint };
const text = formatTlogProof(whole);

describe('tlog-proof', () => {
  it('has the lines of C2SP tlog-proof, and is read as it was written', () => {
    expect(text.split('\n')).toEqual([
      'c2sp.org/tlog-proof@v1',
      `extra ${Buffer.from(entries[2]!).toString('base64')}`,
      'index 2',
      Buffer.from(rootOf(hashes.slice(0, 2))).toString('base64'),
      '',
      ...checkpoint.split('\n'),
    ]);
    expect(parseTlogProof(text)).toEqual({ ...whole, extra: Buffer.from(entries[2]!) });
  });

  it('may lack the extra line, and the path in a tree of one leaf', () => {
    const bare = { index: 0, path: [], checkpoint };
    expect(parseTlogProof(formatTlogProof(bare))).toEqual(bare);
  });

  it.each([
    ['another version', text.replace('@v1', '@v2')],
    ['a blank before it', ` ${text}`],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n'))],
    ['no index', text.replace(/index.*\n/, '')],
    ['a leading zero', text.replace('index 2', 'index 02')],
    ['a negative index', text.replace('index 2', 'index -2')],
    ['an index beyond exact integers', text.replace('index 2', 'index 9007199254740992')],
    ['extra after index', text.replace(/(extra.*)\n(index.*)\n/, '$2\n$1\n')],
    ['extra that is not base64', text.replace('extra ', 'extra !')],
    ['two extra lines', text.replace('extra ', 'extra AAAA\nextra ')],
    ['a hash of 31 bytes', text.replace(/index 2\n.*/, `index 2\n${Buffer.alloc(31).toString('base64')}`)],
    ['carriage returns', text.replaceAll('\n', '\r\n')],
    [
      'a path that no tree has',
      text.replace('index 2\n', `index 2\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(55)}`),
    ],
    ['eight megabytes', `${tlogProofHeader}\nextra ${'A'.repeat(8_000_000)}\nindex 0\n\n${checkpoint}`],
  ])('is refused with %s', (_, wrong) => {
    expect(() => parseTlogProof(wrong)).toThrow('proof.malformed');
    expect(verifyEntryProof(wrong, held)).toMatchObject({ ok: false, reason: 'proof.malformed' });
  });

  it.each([
    { ...whole, index: -1 },
    { ...whole, index: 0.5 },
    { ...whole, path: Array.from({ length: 55 }, () => root) },
  ])('is not written with an impossible index or path', (wrong) => {
    expect(() => formatTlogProof(wrong)).toThrow('proof.malformed');
  });
});

describe('checking a tlog-proof', () => {
  it('vouches for the entry that it carries, and for the same entry given apart', () => {
    const verdict = verifyEntryProof(text, held);
    expect(verdict).toMatchObject({ ok: true, index: 2, checkpoint: { origin, size: 3, root } });
    expect(verdict.ok && Buffer.from(verdict.entry).equals(entries[2]!)).toBe(true);
    expect(verifyTlogProof(text, entries[2]!, held).ok).toBe(true);
  });

  it('says why not', () => {
    const without = formatTlogProof({ index: 2, path: whole.path, checkpoint });
    const other = { name: origin, privateKey: generateKeyPairSync('ed25519').privateKey };
    const foreign = { name: 'other.example', privateKey: log.privateKey };
    const unsound = signNote(formatCheckpoint({ origin, size: 3, root: sha256Hex('other') }), log);
    const refusals: [string, string][] = [
      [without, 'proof.no-entry'],
      [formatTlogProof({ ...whole, extra: entries[1]! }), 'proof.not-included'],
      [formatTlogProof({ ...whole, path: [] }), 'proof.not-included'],
      [formatTlogProof({ ...whole, index: 1 }), 'proof.not-included'],
      [formatTlogProof({ ...whole, index: 3 }), 'proof.outside-tree'],
      [formatTlogProof({ ...whole, checkpoint: unsound }), 'proof.not-included'],
      [formatTlogProof({ ...whole, checkpoint: checkpoint.replace('\n3\n', '\n4\n') }), 'note.bad-signature'],
      [formatTlogProof({ ...whole, checkpoint: signNote('x\n', log) }), 'checkpoint.malformed'],
      [formatTlogProof({ ...whole, checkpoint: 'x' }), 'note.malformed'],
      [formatTlogProof({ ...whole, checkpoint: signNote(checkpoint, other) }), 'note.unknown-signer'],
    ];
    for (const [proof, reason] of refusals)
      expect(verifyEntryProof(proof, held)).toMatchObject({ ok: false, reason });
    const otherLog = signNote(formatCheckpoint({ origin, size: 3, root }), foreign);
    const verdict = verifyEntryProof(formatTlogProof({ ...whole, checkpoint: otherLog }), [
      verifierOf(foreign),
    ]);
    expect(verdict).toMatchObject({ ok: false, reason: 'checkpoint.foreign-signer' });
    expect(verifyTlogProof(text, entries[1]!, held)).toMatchObject({
      ok: false,
      reason: 'proof.not-included',
    });
  });
});
