import type { DraftOf } from '#entries';
import type { LotId, Sha256 } from '#kernel';

/** Kind of the alert that stored bytes differ from the ledger. */
const bytesDiffer = 'evidence.bytes-differ';

/** What the ledger says of an object. */
export interface KnownObject {
  readonly sha256: Sha256;
  /** The photo, document or certificate that it is. */
  readonly subject: { readonly kind: 'photo' | 'document' | 'certificate'; readonly id: string };
  /** Lots that it shows or that it decides on. */
  readonly lots: readonly LotId[];
}

/** The alert that the store has no longer, or had not, the bytes that the ledger speaks of. */
export function alertBytesDiffer({ sha256, subject }: KnownObject, found: string): DraftOf<'alert.raised'> {
  return {
    type: 'alert.raised',
    subject,
    data: { kind: bytesDiffer, about: sha256, expected: sha256, found },
  };
}

/** The bytes are wrong or gone, and no right ones are at hand: its lots can't be disposed of on this evidence. */
export function evidenceDamaged(known: KnownObject, found: string): DraftOf<'evidence.damaged'> {
  const { sha256, subject } = known;
  return { type: 'evidence.damaged', subject, data: { sha256, found, ...lotsOf(known) } };
}

/** The right bytes stand again; `from` is the name of the store that had them. */
export function evidenceRepaired(known: KnownObject, from: string): DraftOf<'evidence.repaired'> {
  const { sha256, subject } = known;
  return { type: 'evidence.repaired', subject, data: { sha256, from, ...lotsOf(known) } };
}

function lotsOf({ lots }: KnownObject) {
  return lots.length > 0 && { lots: [...lots].sort() };
}
