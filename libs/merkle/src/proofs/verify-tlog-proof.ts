import { DomainError } from '#kernel';
import { openCheckpoint } from '../notes/checkpoint.js';
import type { OpenedCheckpoint } from '../notes/checkpoint.js';
import type { NoteVerifier } from '../notes/note-key.js';
import { leafHash, toHex } from '../tree/hashes.js';
import { verifyInclusion } from '../tree/verify-proofs.js';
import { parseTlogProof } from './tlog-proof.js';
import type { TlogProof } from './tlog-proof.js';

/** What a proof is worth; `reason` is a message code. */
export type ProofVerdict =
  | {
      readonly ok: true;
      readonly index: number;
      readonly entry: Uint8Array;
      readonly checkpoint: OpenedCheckpoint;
    }
  | { readonly ok: false; readonly reason: string; readonly facts: Readonly<Record<string, string>> };

/**
 * Checks the text of a tlog-proof against the entry's bytes and the log keys that the verifier itself holds.
 * Never throws for bad input: `reason` is `proof.malformed`, `proof.outside-tree`, `proof.not-included`, or a
 * code of `openCheckpoint`.
 */
export function verifyTlogProof(
  proof: string,
  entry: Uint8Array,
  verifiers: readonly NoteVerifier[],
): ProofVerdict {
  return judge(() => check(parseTlogProof(proof), entry, verifiers));
}

/**
 * The same for a proof that carries the entry itself as `extra`, as the proofs inside certificates do
 * (`proof.no-entry` if it does not). The leaf hash is computed from those bytes, so the proof vouches for them.
 */
export function verifyEntryProof(proof: string, verifiers: readonly NoteVerifier[]): ProofVerdict {
  return judge(() => {
    const parsed = parseTlogProof(proof);
    if (parsed.extra === undefined) throw new DomainError('invalid', 'proof.no-entry');
    return check(parsed, parsed.extra, verifiers);
  });
}

function check(proof: TlogProof, entry: Uint8Array, verifiers: readonly NoteVerifier[]): ProofVerdict {
  const { index, path } = proof;
  const checkpoint = openCheckpoint(proof.checkpoint, verifiers);
  const { size, root } = checkpoint;
  const facts = { seq: String(index), size: String(size) };
  if (index >= size) return { ok: false, reason: 'proof.outside-tree', facts };
  const included = verifyInclusion({ leafHash: toHex(leafHash(entry)), seq: index, size, root, path });
  return included
    ? { ok: true, index, entry, checkpoint }
    : { ok: false, reason: 'proof.not-included', facts };
}

function judge(work: () => ProofVerdict): ProofVerdict {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, reason: error.code, facts: error.facts };
    throw error;
  }
}
