import type { AgencyId, BatchId, EntryId, EventId, Instant, LotId, PersonId } from '#kernel';
import type { EventState } from './domain/event.js';

export interface HeadRow {
  readonly id: EventId;
  readonly reference: string;
  readonly batch: BatchId;
  readonly batchReference: string;
  readonly submission: EntryId;
  readonly planned: EntryId;
  readonly agency: AgencyId;
  readonly site: string;
  readonly state: EventState;
  readonly startsAt: Instant;
  readonly startedAt?: Instant;
  readonly endedAt?: Instant;
  readonly lead: PersonId;
  readonly witnesses: readonly PersonId[];
  readonly latest: EntryId;
  readonly ended?: EntryId;
  /** Why it was cancelled. */
  readonly reason?: string;
}

/** Amounts as canonical text in the base unit; null where nothing is recorded yet. */
export interface LineRow {
  readonly lot: LotId;
  readonly unit: string;
  readonly allocated: string;
  readonly excluded: boolean;
  readonly staged: string | null;
  readonly short: string | null;
  readonly short_reason: string | null;
  readonly confirmed: string | null;
  readonly destroyed: string | null;
  readonly returned: string;
  readonly missing: string;
  readonly net_kg: string | null;
  readonly reason: string | null;
}

/** A column of times as RFC 3339 text. */
export function time(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

export const headSql = `
  SELECT e.id, e.reference, e.batch, b.reference AS "batchReference", e.submission, e.planned, e.agency, e.site,
    e.status AS state, ${time('e.starts_at')} AS "startsAt", ${time('e.started_at')} AS "startedAt",
    ${time('e.ended_at')} AS "endedAt", e.lead, e.latest, e.ended, e.reason,
    ARRAY(SELECT person FROM state.event_witnesses w WHERE w.event = e.id ORDER BY position) AS witnesses
  FROM state.events e JOIN state.batches b ON b.id = e.batch`;

export const linesSql = `
  SELECT l.lot, l.unit, trim_scale(l.allocated)::text AS allocated, l.excluded,
    trim_scale(l.staged)::text AS staged, trim_scale(l.short)::text AS short, l.short_reason,
    trim_scale(r.destroyed)::text AS destroyed, trim_scale(r.returned)::text AS returned,
    trim_scale(r.missing)::text AS missing, trim_scale(r.net_kg)::text AS net_kg, r.reason,
    trim_scale(c.measured)::text AS confirmed
  FROM state.event_lines l LEFT JOIN state.event_line_results r ON r.event = l.event AND r.lot = l.lot
    LEFT JOIN state.event_differences c ON c.event = l.event AND c.lot = l.lot
  WHERE l.event = $1 ORDER BY l.lot`;

export const statementsSql = `
  SELECT person, agency, statement, ${time('seen_from')} AS "from", ${time('seen_to')} AS "to", lines, sha256, stale,
    entry, ${time('recorded')} AS recorded
  FROM state.statements WHERE event = $1 ORDER BY statements.recorded, entry`;

/** A row without its absent columns. */
export function present<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
