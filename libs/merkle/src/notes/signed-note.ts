import { createPublicKey, sign, verify } from 'node:crypto';
import { DomainError } from '#kernel';
import { isKeyName, keyIdOf } from './note-key.js';
import type { NoteSigner, NoteVerifier } from './note-key.js';
import { fromBase64, isNoteText } from './strict-text.js';

/** One signature line; `keyId` is 8 lower-case hex digits, `signature` what stands behind it. */
export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
}
export interface ParsedNote {
  /** The signed text, with its last line feed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}
export interface OpenedNote {
  readonly text: string;
  /** Signatures of keys that the verifier holds: at least one, all of them right. */
  readonly verified: readonly NoteSignature[];
  /** Signatures of keys unknown here; they say nothing. */
  readonly unverified: readonly NoteSignature[];
}

// C2SP signed-note asks for a limit and for at least 16 signatures.
const mostSignatures = 100;
const longestNote = 1_000_000;
const linePrefix = '\u2014 ';

/**
 * Signs text (which ends in a line feed) and gives the signed note of C2SP signed-note.
 * Throws `invalid`: `note.text`, `note.key-name`, `note.key-type`.
 */
export function signNote(text: string, signer: NoteSigner): string {
  if (!text.endsWith('\n') || !isNoteText(text)) throw new DomainError('invalid', 'note.text');
  return `${text}\n${signatureLine(text, signer)}`;
}

/** Adds one more signature to a note and leaves those that it has. Throws like {@link signNote}, and `note.malformed`. */
export function addSignature(note: string, signer: NoteSigner): string {
  return `${note}${signatureLine(parseNote(note).text, signer)}`;
}

/** Takes a note apart without checking any signature: its text must not be relied on. Throws `invalid` `note.malformed`. */
export function parseNote(note: string): ParsedNote {
  if (note.length > longestNote || !isNoteText(note) || !note.endsWith('\n')) malformed();
  const blank = note.lastIndexOf('\n\n');
  if (blank < 1) malformed();
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > mostSignatures) malformed();
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseLine) };
}

/**
 * Checks a note against the keys that the verifier holds. Throws `invalid` `note.malformed`; `note.bad-signature`
 * if the signature of a held key is wrong (the whole note is refused then, as C2SP signed-note advises);
 * `note.unknown-signer` if no held key has signed.
 */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const { text, signatures } = parseNote(note);
  const verified = new Map<string, NoteSignature>();
  const unverified: NoteSignature[] = [];
  for (const signature of signatures) {
    // Key id and name are short and not secret: two held keys may share both, then either may be meant.
    const candidates = verifiers.filter(
      (one) => one.name === signature.name && one.keyId === signature.keyId,
    );
    if (candidates.length === 0) unverified.push(signature);
    else if (candidates.some((one) => isRight(text, signature, one)))
      verified.set(lineKey(signature), signature);
    else throw new DomainError('invalid', 'note.bad-signature', { name: signature.name });
  }
  if (verified.size === 0) {
    const names = signatures.map((one) => one.name).join(', ');
    throw new DomainError('invalid', 'note.unknown-signer', { names });
  }
  return { text, verified: [...verified.values()], unverified };
}

function signatureLine(text: string, { name, privateKey }: NoteSigner): string {
  if (!isKeyName(name)) throw new DomainError('invalid', 'note.key-name', { name });
  const keyId = Buffer.from(keyIdOf(name, createPublicKey(privateKey)), 'hex');
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey);
  return `${linePrefix}${name} ${Buffer.concat([keyId, signature]).toString('base64')}\n`;
}

function parseLine(line: string): NoteSignature {
  const [name, base64, ...more] = line.slice(linePrefix.length).split(' ');
  const bytes = fromBase64(base64 ?? '');
  const shaped = line.startsWith(linePrefix) && more.length === 0 && isKeyName(name ?? '');
  if (!shaped || bytes === undefined || bytes.length < 5) return malformed();
  return { name: name!, keyId: bytes.toString('hex', 0, 4), signature: bytes.subarray(4) };
}

function isRight(text: string, { signature }: NoteSignature, { publicKey }: NoteVerifier): boolean {
  return verify(null, Buffer.from(text, 'utf8'), publicKey, signature);
}

/** A key that signed twice counts once. */
function lineKey({ name, keyId }: NoteSignature): string {
  return `${name}+${keyId}`;
}

function malformed(): never {
  throw new DomainError('invalid', 'note.malformed');
}
