import type { AgencyId, BatchId, EntryId, LotId, PersonId } from '#kernel';
import {
  amount,
  anyObject,
  count,
  id,
  instant,
  listOf,
  object,
  oneOf,
  optional,
  sha256,
  text,
} from '../schema.js';
import { factor, lotAmount } from '../shapes.js';

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

/** Batches: frozen lists and the agencies' decisions. `submission` is the entry that froze the list. */
export const batchTypes = {
  'batch.submitted': object({
    reference: text(40),
    version: count,
    snapshot: sha256,
    list: anyObject<BatchSnapshot>(),
    lots: listOf(lotAmount, { min: 1 }),
  }),
  'batch.approved': object({
    submission,
    agency: id<AgencyId>(),
    snapshot: sha256,
    factor,
    except: optional(listOf(object({ lot: id<LotId>(), reason: text() }))),
    /** A remark of the agency. */
    reason: optional(text()),
    /** `yes` = with this decision every required agency has approved. */
    complete: oneOf('yes', 'no'),
  }),
  'batch.excluded': object({
    ...release,
    cause: oneOf('hold', 'decision', 'appraisal', 'approver', 'photo'),
    because: id<EntryId>(),
    reason: text(),
  }),
  'batch.rejected': object({ ...release, agency: id<AgencyId>(), snapshot: sha256, factor, reason: text() }),
  'batch.withdrawn': object({ ...release, reason: text() }),
  /** A submitted list is opened for change: its approvals are void and its goods are free. */
  'batch.reopened': object({ ...release, version: count }),
};

/** The destruction itself. */
export const eventTypes = {
  'event.planned': object({
    reference: text(40),
    batch: id<BatchId>(),
    submission,
    site: text(40),
    startsAt: instant,
    lead: id<PersonId>(),
    witnesses: listOf(id<PersonId>()),
    lots: listOf(lotAmount, { min: 1 }),
  }),
  'event.postponed': object({ planned: id<EntryId>(), startsAt: instant, reason: text() }),
  'event.cancelled': object({
    planned: id<EntryId>(),
    reason: text(),
    returned: optional(listOf(lotAmount)),
    missing: optional(listOf(lotAmount)),
  }),
  'event.staged': object({
    planned: id<EntryId>(),
    lines: listOf(
      object({
        lot: id<LotId>(),
        staged: amount,
        short: amount,
        unit: text(40),
        reason: optional(text(500)),
      }),
      { min: 1 },
    ),
  }),
  'event.line-recorded': object({
    lot: id<LotId>(),
    destroyed: amount,
    returned: amount,
    missing: amount,
    unit: text(40),
    netKg: optional(amount),
    reason: optional(text(500)),
  }),
  'event.witnessed': object({
    statement: text(4000),
    from: instant,
    to: instant,
    lines: listOf(id<LotId>(), { min: 1 }),
    sha256,
  }),
  'event.closed': object({ planned: id<EntryId>(), linesHash: sha256, witnesses: listOf(id<PersonId>()) }),
};

const checkpointFacts = object({ origin: text(200), size: amount, root: text(64) });
const numbered = id<EntryId>();

/** Certificates hold nothing private: their entries are public (/log/entry/{seq}). */
export const certificateTypes = {
  'certificate.numbered': object({
    number: text(40),
    batch: id<BatchId>(),
    submission,
    agency: id<AgencyId>(),
    issuedAt: instant,
    contentHash: sha256,
    /** C0: covers every entry of the batch up to the closure of its events. */
    checkpoint: checkpointFacts,
    factor,
    replaces: optional(text(40)),
  }),
  'certificate.prepared': object({
    number: text(40),
    submission,
    numbered,
    json: sha256,
    base: sha256,
    length: amount,
  }),
  'certificate.issued': object({
    number: text(40),
    submission,
    numbered,
    revision: count,
    length: amount,
    sha256,
  }),
  'certificate.voided': object({ number: text(40), submission, numbered, reason: text() }),
  'certificate.revocation-requested': object({ number: text(40), submission, reason: text(), factor }),
  'certificate.revoked': object({
    number: text(40),
    submission,
    request: id<EntryId>(),
    reason: text(),
    factor,
  }),
  'report.prepared': object({ number: text(40), submission }),
  'report.released': object({ number: text(40), submission, prepared: id<EntryId>() }),
};
