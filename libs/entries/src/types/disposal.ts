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
  /** An approver stands for mass that scales lost or gained beyond the tolerance: this much may be recorded. */
  'event.difference-confirmed': object({
    planned: id<EntryId>(),
    lot: id<LotId>(),
    staged: amount,
    measured: amount,
    unit: text(40),
    reason: text(500),
    /** SHA-256 over the JCS form of `{event, lot, measured, staged, unit}`: what was signed. */
    signed: sha256,
    ...signature,
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

const number = {
  number: text(40),
  batch: id<BatchId>(),
  submission,
  agency: id<AgencyId>(),
  issuedAt: instant,
  contentHash: sha256,
  /** C0: covers every entry of the batch up to the closure of its events. */
  checkpoint: checkpointFacts,
  replaces: optional(text(40)),
};
const revoked = { number: text(40), submission, request: id<EntryId>(), reason: text() };

/** Why a report is withdrawn: the decision or the certificate ended, a figure is wrong, a picture shows too much. */
export const withdrawalCauses = [
  'decision-ended',
  'certificate-ended',
  'wrong-figures',
  'picture',
  'other',
] as const;

/** Certificates hold nothing private: their entries are public (/log/entry/{seq}). */
export const certificateTypes = {
  'certificate.numbered': object({ ...number, ...signature }),
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
  /**
   * The reason stays out of the public log until a second person confirms: `reasonHash` commits to it as to personal
   * data. `signed` is the SHA-256 of the newest issued file.
   */
  'certificate.revocation-requested': object({
    number: text(40),
    submission,
    signed: sha256,
    reasonHash: sha256,
    ...signature,
  }),
  'certificate.revoked': object({ ...revoked, signed: sha256, ...signature }),
  /** `content` is the SHA-256 of what shall be public beside the figures; this log has it only once it is released. */
  'report.prepared': object({ number: text(40), submission, content: sha256 }),
  'report.released': object({ number: text(40), submission, prepared: id<EntryId>() }),
  /** Entries of certificates are public, so the cause is one of a list; colleagues read more elsewhere. */
  'report.withdrawn': object({
    number: text(40),
    submission,
    released: id<EntryId>(),
    cause: oneOf(...withdrawalCauses),
  }),
};

/** Version 1 of signed types: without assertions, the reason of a revocation open from its request on. */
export const earlierDisposalTypes = {
  'batch.approved': [object({ ...approved, factor })],
  'batch.rejected': [object({ ...rejected, factor })],
  'certificate.numbered': [object({ ...number, factor })],
  'certificate.revocation-requested': [object({ number: text(40), submission, reason: text(), factor })],
  'certificate.revoked': [object({ ...revoked, factor })],
  /** Figures alone were published. */
  'report.prepared': [object({ number: text(40), submission })],
} as const;
