import { DomainError } from '#kernel';
import type { Sha256 } from '#kernel';
import { emptyRoot, toHex } from '../tree/hashes.js';
import { openNote } from './signed-note.js';
import type { NoteSignature } from './signed-note.js';
import type { NoteVerifier } from './note-key.js';
import { base64ToHex, fromDecimal, hexToBase64, isNoteText } from './strict-text.js';

/** The state of a log: what its tree of `size` entries hashes to. */
export interface Checkpoint {
  /** Names the log for good; independent of web addresses. */
  readonly origin: string;
  readonly size: number;
  readonly root: Sha256;
}
export interface ParsedCheckpoint extends Checkpoint {
  /** Lines after the third, which this log never writes and nobody may rely on. */
  readonly extensions: readonly string[];
}
export interface OpenedCheckpoint extends ParsedCheckpoint {
  readonly verified: readonly NoteSignature[];
  readonly unverified: readonly NoteSignature[];
}

/**
 * The text of a checkpoint (C2SP tlog-checkpoint), ready for `signNote`: origin, size in decimal, root in
 * base64, one line each. Throws `invalid` `checkpoint.malformed` for what could not be read back.
 */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  if (!isOrigin(origin) || !Number.isSafeInteger(size) || size < 0) return malformed();
  return `${origin}\n${String(size)}\n${hexToBase64(root)}\n`;
}

/** Reads the text of a checkpoint, without signatures. Throws `invalid` `checkpoint.malformed`. */
export function parseCheckpoint(text: string): ParsedCheckpoint {
  if (!isNoteText(text) || !text.endsWith('\n')) return malformed();
  const [origin, decimal, base64, ...extensions] = text.slice(0, -1).split('\n');
  const size = fromDecimal(decimal ?? '');
  const root = base64ToHex(base64 ?? '');
  if (!isOrigin(origin ?? '') || size === undefined || root === undefined) return malformed();
  if (extensions.includes('')) return malformed();
  if (size === 0 && root !== toHex(emptyRoot)) return malformed();
  return { origin: origin!, size, root: root as Sha256, extensions };
}

/**
 * Checks a signed checkpoint. It counts only if a held key that is named like the origin has signed it: so a
 * witness, or the key of another log, can't speak for this one. Throws `invalid`: `note.malformed`,
 * `note.bad-signature`, `note.unknown-signer`, `checkpoint.malformed`, `checkpoint.foreign-signer`.
 */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): OpenedCheckpoint {
  const { text, verified, unverified } = openNote(note, verifiers);
  const checkpoint = parseCheckpoint(text);
  if (!verified.some((signature) => signature.name === checkpoint.origin)) {
    throw new DomainError('invalid', 'checkpoint.foreign-signer', { origin: checkpoint.origin });
  }
  return { ...checkpoint, verified, unverified };
}

function isOrigin(origin: string): boolean {
  return origin !== '' && !origin.includes('\n') && isNoteText(origin);
}

function malformed(): never {
  throw new DomainError('invalid', 'checkpoint.malformed');
}
