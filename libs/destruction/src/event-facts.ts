import type { BatchId, EntryId, EventId, Instant, LotId, PersonId, Sha256 } from '#kernel';
import { weighingOf } from './domain/close-event.js';
import { linesIn, resultOf, type EventLine, type EventState, type Statement } from './domain/event.js';
import type { HeadRow, LineRow } from './event-rows.js';

/** A witness's statement with its words. */
export interface StatementFacts extends Statement {
  readonly statement: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly sha256: Sha256;
  readonly recorded: Instant;
}

/** A line of an event for later libs; amounts in the lot's base unit, `0` where nothing is recorded yet. */
export interface LineOfEvent {
  readonly lot: LotId;
  readonly unit: string;
  readonly allocated: string;
  readonly staged: string;
  readonly short: string;
  readonly destroyed: string;
  readonly returned: string;
  readonly missing: string;
  /** Mass gained (+) or lost (-) on the scales. */
  readonly weighing: string;
  readonly netKg?: string;
  /** Reasons of what was short at the store and of what differs at the site. */
  readonly reason?: string;
}

/** An event of a batch for later libs; lots that were excluded before staging are not among its lines. */
export interface EventOfBatch {
  readonly id: EventId;
  readonly reference: string;
  readonly batch: BatchId;
  readonly submission: EntryId;
  readonly site: string;
  readonly state: EventState;
  readonly startsAt: Instant;
  /** First and last time at which something happened to a line. */
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly lead: PersonId;
  readonly witnesses: readonly PersonId[];
  readonly lines: readonly LineOfEvent[];
  readonly statements: readonly StatementFacts[];
  readonly firstEntry: EntryId;
  readonly lastEntry: EntryId;
  /** The entry that closed or cancelled it. */
  readonly ended?: EntryId;
}

export function lineOf(row: LineRow): EventLine {
  const { lot, unit, allocated, excluded, staged, short, destroyed, returned, missing } = row;
  return {
    lot,
    unit,
    allocated,
    excluded,
    ...(staged !== null && { staged }),
    ...(short !== null && { short }),
    ...(row.short_reason !== null && { shortReason: row.short_reason }),
    ...(row.confirmed !== null && { confirmed: row.confirmed }),
    ...(destroyed !== null && {
      result: {
        destroyed,
        returned,
        missing,
        ...(row.net_kg !== null && { netKg: row.net_kg }),
        ...(row.reason !== null && { reason: row.reason }),
      },
    }),
  };
}

export function eventOfBatch(
  head: HeadRow,
  lines: readonly EventLine[],
  statements: readonly StatementFacts[],
): EventOfBatch {
  const { planned, latest, batchReference: _, agency: __, reason: ___, ...rest } = head;
  return {
    ...rest,
    lines: linesIn({ lines }).map(figuresOf),
    statements,
    firstEntry: planned,
    lastEntry: latest,
  };
}

/** A line with all its figures. */
export function figuresOf(line: EventLine): LineOfEvent {
  const { lot, unit, allocated, staged = '0', short = '0', shortReason } = line;
  const { destroyed = '0', returned = '0', missing = '0', netKg, reason } = resultOf(line) ?? {};
  const reasons = [shortReason, reason].filter((one) => one !== undefined);
  return {
    lot,
    unit,
    allocated,
    staged,
    short,
    destroyed,
    returned,
    missing,
    weighing: weighingOf(line),
    ...(netKg !== undefined && { netKg }),
    ...(reasons.length > 0 && { reason: reasons.join('; ') }),
  };
}
