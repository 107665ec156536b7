import type { Sha256 } from '#kernel';
import { EvidenceStore, type ObjectKind } from '../store/evidence-store.js';
import { isCorrupt } from '../store/faults.js';

/** The second store, where there is one. */
export class SecondCopy {
  constructor(readonly store: EvidenceStore | undefined) {}

  /** Copies an object out of `from`, hashed on the way; throws what either store throws. */
  async take(from: EvidenceStore, sha256: Sha256, kind: ObjectKind): Promise<void> {
    if (this.store) await carry(from, this.store, { sha256, kind });
  }

  /**
   * Puts the right bytes back into `into`; gives the name of the store that had them, or undefined where this one has
   * none or wrong ones. Throws `busy` where a store does not answer.
   */
  async giveBack(into: EvidenceStore, sha256: Sha256, kind: ObjectKind): Promise<string | undefined> {
    if (!this.store) return undefined;
    try {
      await carry(this.store, into, { sha256, kind });
      return this.store.name;
    } catch (error) {
      if (isCorrupt(error)) return undefined;
      throw error;
    }
  }
}

/** One object from one store to another, hashed while it leaves and while it arrives; gives its size in bytes. */
export async function carry(
  from: EvidenceStore,
  to: EvidenceStore,
  { sha256, kind }: { readonly sha256: Sha256; readonly kind: ObjectKind },
): Promise<number> {
  const { stream, size } = await from.open(sha256);
  const received = await to.receive(stream as AsyncIterable<Uint8Array>, {
    sha256,
    limit: size,
    kind: 'document',
  });
  try {
    await to.repair(received, kind);
  } finally {
    await to.discard(received);
  }
  return size;
}
