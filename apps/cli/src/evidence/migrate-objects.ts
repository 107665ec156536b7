import { carry, type EvidenceStore, type ObjectKind } from '#evidence';
import { DomainError, type Sha256 } from '#kernel';

export interface Migration {
  readonly from: EvidenceStore;
  readonly to: EvidenceStore;
  readonly kindOf: (sha256: Sha256) => ObjectKind;
  /** The last object that an earlier run finished. */
  readonly after?: Sha256;
  /** Told after every object that arrived. */
  readonly onObject?: (sha256: Sha256, soFar: Migrated) => void;
}

export interface Migrated {
  readonly objects: number;
  readonly bytes: number;
  /** Objects whose bytes in the old store are not what their name says; they stay there. */
  readonly damaged: readonly Sha256[];
}

/**
 * Carries every object to another store: hashed while it leaves, while it arrives, and read back from the new store.
 * What is there already and right is left as it is, so a run may be repeated. Throws `busy` where a store is away.
 */
export async function migrateObjects({ from, to, kindOf, after, onObject }: Migration): Promise<Migrated> {
  let soFar: Migrated = { objects: 0, bytes: 0, damaged: [] };
  for await (const { sha256 } of from.list(after)) {
    try {
      const size = await carry(from, to, { sha256, kind: kindOf(sha256) });
      (await to.open(sha256)).stream.destroy();
      soFar = { ...soFar, objects: soFar.objects + 1, bytes: soFar.bytes + size };
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'evidence.corrupt')) throw error;
      soFar = { ...soFar, damaged: [...soFar.damaged, sha256] };
    }
    onObject?.(sha256, soFar);
  }
  return soFar;
}
