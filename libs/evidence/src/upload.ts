import { DomainError, type AgencyId, type EntryId, type PersonId, type Sha256 } from '#kernel';
import type { Command } from '#ledger';
import type { Readable } from 'node:stream';
import { uploadLimit } from './domain/photo-limits.js';
import type { Expected, UploadKind } from './store/evidence-store.js';
import { megabytes } from './store/quarantine.js';

/** Who does something. */
export interface By {
  readonly person: PersonId;
  readonly agency: AgencyId;
}

/** The raw body of a request. */
export interface Upload {
  readonly source: Readable;
  /** As announced by the sender, in bytes. */
  readonly declaredSize?: number;
}

/** The command of an upload; without a key of its own it gets one from what is added. */
export type UploadCommand = Omit<Command, 'key'> & { readonly key?: EntryId };

/** What the store is to expect; throws `invalid` `<kind>.too-large` where the announced size tells. */
export function expectedOf(kind: UploadKind, sha256: Sha256, { declaredSize }: Upload): Expected {
  if (declaredSize !== undefined && declaredSize > uploadLimit) {
    throw new DomainError('invalid', `${kind}.too-large`, { limit: megabytes(uploadLimit) });
  }
  return { sha256, limit: uploadLimit, kind };
}
