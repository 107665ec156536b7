// Checks an audit bundle without the system that made it: node check.mjs [folder] [verifier key that you hold]
// Needs Node 20 or newer and nothing else. Exit status 0: everything agrees; 1: something does not.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder = '.', heldKey] = process.argv.slice(2);
const read = (name) => readFileSync(join(folder, name));
const problems = [];
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const linesOf = (name) => {
  const bytes = read(name);
  const lines = [];
  for (let start = 0, end; (end = bytes.indexOf(10, start)) !== -1; start = end + 1)
    lines.push(bytes.subarray(start, end));
  return lines;
};

const manifest = JSON.parse(read('manifest.json').toString());
for (const file of manifest.files) {
  const bytes = readFileSync(join(folder, file.name));
  if (bytes.length !== file.bytes || sha256(bytes).toString('hex') !== file.sha256)
    problems.push(`${file.name} is not the file that was packed`);
}

// Checkpoint: a C2SP signed note; text, empty line, signature lines.
const note = read('checkpoint.txt').toString();
const blank = note.lastIndexOf('\n\n');
const text = note.slice(0, blank + 1);
const [origin, size, root] = text.split('\n');
const key = (heldKey ?? read('log-key.txt').toString()).trim();
const [keyName, keyId, material] = [key.split('+')[0], key.split('+')[1], key.split('+').slice(2).join('+')];
const x = Buffer.from(material ?? '', 'base64')
  .subarray(1)
  .toString('base64url');
const signed = note
  .slice(blank + 2)
  .split('\n')
  .some((line) => {
    const [, name, base64] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = Buffer.from(base64 ?? '', 'base64');
    if (name !== keyName || bytes.subarray(0, 4).toString('hex') !== keyId) return false;
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
    return verify(null, Buffer.from(text), publicKey, bytes.subarray(4));
  });
if (!signed || origin !== keyName) problems.push('checkpoint.txt is not signed by this key');
const [treeSize, treeRoot] = [Number(size), Buffer.from(root, 'base64')];

// Each entry: leaf = SHA-256(00 || bytes), then up the path to the root (RFC 9162, 2.1.3.2).
function rootOf(seq, leaf, path) {
  let [at, last, hash] = [seq, treeSize - 1, leaf];
  for (const sibling of path.map((hex) => Buffer.from(hex, 'hex'))) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      hash = sha256(Buffer.of(1), sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      hash = sha256(Buffer.of(1), hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}
const [entries, proofs] = [linesOf('entries.jsonl'), linesOf('proofs.jsonl')];
if (entries.length !== proofs.length)
  problems.push('entries.jsonl and proofs.jsonl have not the same length');
for (const [at, bytes] of entries.entries()) {
  const { seq, path } = JSON.parse((proofs[at] ?? '{}').toString());
  const found = Number.isSafeInteger(seq) && rootOf(seq, sha256(Buffer.of(0), bytes), path);
  if (!found || !found.equals(treeRoot)) problems.push(`entry ${seq} is not in the ledger of the checkpoint`);
}

if (problems.length > 0) {
  for (const problem of problems.slice(0, 100)) console.log(`WRONG  ${problem}`);
  console.log(`不符 / differs: ${problems.length}`);
  process.exit(1);
}
console.log(`一致 / agrees: ${manifest.files.length} files, ${entries.length} entries of ${treeSize}`);
console.log(`${origin} ${treeSize} ${treeRoot.toString('hex')}`);
if (heldKey === undefined)
  console.log('提示：请用您自己保管的公钥再核一次 / Check again with a key that you hold yourself.');
