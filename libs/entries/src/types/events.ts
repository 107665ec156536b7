import type { BatchId, EntryId, LotId, PersonId } from '#kernel';
import { amount, id, instant, listOf, object, optional, sha256, text } from '../schema.js';
import { assertion, factor, lotAmount } from '../shapes.js';

/** The destruction itself. */
export const eventTypes = {
  'event.planned': object({
    reference: text(40),
    batch: id<BatchId>(),
    submission: id<EntryId>(),
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
    factor,
    assertion: optional(assertion),
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
