import { DomainError } from '#kernel';
import { leafHash, openCheckpoint, toHex, verifyInclusion, type NoteVerifier } from '#merkle';
import type { Sha256 } from '#kernel';
import { reason, type Answer, type Reason, type ShownProof } from './judgement.js';

/** What the public side of the ledger gives for one entry: raw, nothing of it is believed yet. */
export interface EntryUnderCheckpoint {
  readonly seq: number;
  readonly body: Uint8Array;
  /** Absent where no checkpoint was published, or none that covers the entry. */
  readonly checkpoint?: { readonly note: string; readonly size: number; readonly path: readonly Sha256[] };
}
export interface LedgerEvidence {
  readonly answer: Answer;
  readonly proof?: ShownProof;
}

/**
 * The second question: is this entry in the ledger, under a checkpoint that the log's own key signed? The leaf hash
 * is computed from the entry's bytes, the path is climbed to the root that the signed note states.
 */
export function weighEntry(entry: EntryUnderCheckpoint, keys: readonly NoteVerifier[]): LedgerEvidence {
  const { seq, body, checkpoint } = entry;
  if (!checkpoint)
    return ledgerAnswer('unknown', reason('verify.ledger-no-checkpoint', { seq: String(seq) }));
  const opened = open(checkpoint.note, keys);
  if (!('root' in opened)) return ledgerAnswer('unknown', opened);
  const { origin, size, root } = opened;
  const proof = { seq, size, leafHash: toHex(leafHash(body)), root, path: checkpoint.path };
  if (!verifyInclusion(proof))
    return ledgerAnswer('no', reason('verify.ledger-broken', { seq: String(seq) }));
  const facts = { seq: String(seq), size: String(size), hashes: String(proof.path.length) };
  return {
    ...ledgerAnswer('yes', reason('verify.ledger-yes', facts)),
    proof: { ...proof, origin },
  };
}

export function ledgerAnswer(answer: Answer['answer'], detail: Reason): LedgerEvidence {
  return { answer: { question: 'ledger', answer, detail } };
}

function open(note: string, keys: readonly NoteVerifier[]) {
  try {
    return openCheckpoint(note, keys);
  } catch (error) {
    if (error instanceof DomainError) return reason(error.code, error.facts);
    throw error;
  }
}
