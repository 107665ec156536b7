import type { Instant, Sha256 } from '#kernel';

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/** Where a store keeps an object, as it said when it took it. About one store: never evidence, always checked. */
export interface ObjectRecord {
  readonly sha256: Sha256;
  readonly bucket: string;
  /** The version that is retained: a later one under the same name is not ours. */
  readonly version: string;
  /** As read back; absent where the store retains nothing. */
  readonly lock?: { readonly mode: LockMode; readonly until: Instant };
  readonly held: boolean;
}

/** Memory of which version of an object is the retained one. */
export abstract class ObjectRecords {
  /** @param store the store's {@link EvidenceStore.name} */
  abstract find(store: string, bucket: string, sha256: Sha256): Promise<ObjectRecord | undefined>;
  /** Replaces what was noted before. */
  abstract note(store: string, record: ObjectRecord): Promise<void>;
}

/** For tools and tests that live as long as one process. */
export class RecordsInMemory extends ObjectRecords {
  private readonly records = new Map<string, ObjectRecord>();

  find(store: string, bucket: string, sha256: Sha256): Promise<ObjectRecord | undefined> {
    return Promise.resolve(this.records.get(`${store} ${bucket} ${sha256}`));
  }

  note(store: string, record: ObjectRecord): Promise<void> {
    this.records.set(`${store} ${record.bucket} ${record.sha256}`, record);
    return Promise.resolve();
  }
}
