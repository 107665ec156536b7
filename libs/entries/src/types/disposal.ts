import type { AgencyId, BatchId, EntryId, LotId } from '#kernel';
import { anyObject, count, id, listOf, object, oneOf, optional, sha256, text } from '../schema.js';
import { assertion, factor, lotAmount } from '../shapes.js';

/** The frozen list of a batch (domain.md); its SHA-256 over JCS is what approvals bind. */
export interface BatchSnapshot {
  readonly v: 1;
  readonly batch: BatchId;
  readonly version: number;
  readonly title: string;
  readonly method: string;
  readonly sites: readonly { readonly code: string; readonly name: string; readonly address: string }[];
  readonly lines: readonly SnapshotLine[];
  readonly photos: readonly { readonly lot: LotId; readonly sha256: string }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly number: string;
    readonly kind: string;
    readonly finalAt: string;
    readonly lots: readonly LotId[];
  }[];
  readonly appraisals: readonly {
    readonly id: string;
    readonly result: string;
    readonly reportNumber: string;
    readonly lots: readonly LotId[];
  }[];
  /** Agency codes, sorted. */
  readonly required: readonly string[];
  readonly rulePack: { readonly code: string; readonly sha256: string };
  readonly catalogue: string;
}

export interface SnapshotLine {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly variety?: string;
  /** Code of the responsible agency. */
  readonly responsible: string;
  /** As declared at the seizure. */
  readonly declared: unknown;
  /** The part that the batch takes, in the unit in which it was asked for. */
  readonly quantity: { readonly amount: string; readonly unit: string };
  readonly base: { readonly amount: string; readonly unit: string };
  readonly site: string;
  readonly method: string;
  readonly unsuitable?: true;
}

const submission = id<EntryId>();
const release = { submission, lots: listOf(lotAmount) };
/** A signature since version 2 of these types: `assertion` where the factor is `passkey`. */
const signature = { factor, assertion: optional(assertion) };

const approved = {
  submission,
  agency: id<AgencyId>(),
  snapshot: sha256,
  except: optional(listOf(object({ lot: id<LotId>(), reason: text() }))),
  /** A remark of the agency. */
  reason: optional(text()),
  /** `yes` = with this decision every required agency has approved. */
  complete: oneOf('yes', 'no'),
};
const rejected = { ...release, agency: id<AgencyId>(), snapshot: sha256, reason: text() };

/** Batches: frozen lists and the agencies' decisions. `submission` is the entry that froze the list. */
export const batchTypes = {
  'batch.submitted': object({
    reference: text(40),
    version: count,
    snapshot: sha256,
    list: anyObject<BatchSnapshot>(),
    lots: listOf(lotAmount, { min: 1 }),
  }),
  'batch.approved': object({ ...approved, ...signature }),
  'batch.excluded': object({
    ...release,
    cause: oneOf('hold', 'decision', 'appraisal', 'approver', 'photo'),
    because: id<EntryId>(),
    reason: text(),
  }),
  'batch.rejected': object({ ...rejected, ...signature }),
  'batch.withdrawn': object({ ...release, reason: text() }),
  /** A submitted list is opened for change: its approvals are void and its goods are free. */
  'batch.reopened': object({ ...release, version: count }),
};

/** Version 1 of the decisions: without assertions. */
export const earlierBatchTypes = {
  'batch.approved': [object({ ...approved, factor })],
  'batch.rejected': [object({ ...rejected, factor })],
} as const;
