import type { DraftOf } from '#entries';
import type { Sha256 } from '#kernel';

/** Kind of the alert that stored bytes differ from the ledger. */
export const bytesDiffer = 'evidence.bytes-differ';

export interface FoundBytes {
  readonly sha256: Sha256;
  /** Hash of what the store gave, or that it gave nothing. */
  readonly found: string;
  /** The photo or document through which it came out. */
  readonly subject: { readonly kind: 'photo' | 'document'; readonly id: string };
}

/** The alert that the store no longer has the bytes that the ledger speaks of. */
export function alertBytesDiffer({ sha256, found, subject }: FoundBytes): DraftOf<'alert.raised'> {
  return {
    type: 'alert.raised',
    subject,
    data: { kind: bytesDiffer, about: sha256, expected: sha256, found },
  };
}
