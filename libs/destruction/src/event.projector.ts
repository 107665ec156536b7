import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import type { EventId } from '#kernel';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';
import { EventVisibility } from './event-visibility.js';

type EventEntry = EntryOf<
  | 'event.planned'
  | 'event.postponed'
  | 'event.cancelled'
  | 'event.staged'
  | 'event.line-recorded'
  | 'event.difference-confirmed'
  | 'event.witnessed'
  | 'event.closed'
>;

/** The only writer of the events' tables. */
@Injectable()
export class EventProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: EventVisibility,
  ) {
    projectors.on('event.planned', (tx, entry) => this.planned(tx, entry));
    projectors.on('event.postponed', (tx, entry) => this.postponed(tx, entry));
    projectors.on('event.cancelled', (tx, entry) => this.cancelled(tx, entry));
    projectors.on('event.staged', (tx, entry) => this.staged(tx, entry));
    projectors.on('event.line-recorded', (tx, entry) => this.recorded(tx, entry));
    projectors.on('event.difference-confirmed', (tx, entry) => this.confirmed(tx, entry));
    projectors.on('event.witnessed', (tx, entry) => this.witnessed(tx, entry));
    projectors.on('event.closed', (tx, entry) => this.end(tx, entry, 'closed'));
    projectors.on('batch.excluded', (tx, entry) => this.excluded(tx, entry));
  }

  private async planned(tx: Tx, entry: EntryOf<'event.planned'>): Promise<void> {
    const { subject, data, actor, id, recorded } = entry;
    await tx.query(
      `INSERT INTO state.events (id, reference, batch, submission, planned, agency, site, status, starts_at, lead,
         latest, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'planned', $8, $9, $5, $10)`,
      [
        subject.id,
        data.reference,
        data.batch,
        data.submission,
        id,
        actor.agency,
        data.site,
        data.startsAt,
        data.lead,
        recorded,
      ],
    );
    await tx.query(
      `INSERT INTO state.event_lines (event, lot, unit, allocated, excluded)
       SELECT $1, lot, unit, amount, false FROM unnest($2::uuid[], $3::text[], $4::numeric[]) AS l (lot, unit, amount)`,
      [
        subject.id,
        data.lots.map(({ lot }) => lot),
        data.lots.map(({ unit }) => unit),
        data.lots.map(({ amount }) => amount),
      ],
    );
    await tx.query(
      `INSERT INTO state.event_witnesses (event, person, position)
       SELECT $1, person, ordinality FROM unnest($2::uuid[]) WITH ORDINALITY AS w (person, ordinality)`,
      [subject.id, data.witnesses],
    );
    await this.visibility.show(tx, entry);
  }

  private async postponed(tx: Tx, entry: EntryOf<'event.postponed'>): Promise<void> {
    await tx.query('UPDATE state.events SET starts_at = $2 WHERE id = $1', [
      entry.subject.id,
      entry.data.startsAt,
    ]);
    await this.touch(tx, entry);
  }

  /** Goods that were counted back stand as the results of their lines. */
  private async cancelled(tx: Tx, entry: EntryOf<'event.cancelled'>): Promise<void> {
    const { returned = [], missing = [], reason } = entry.data;
    const lots = [...new Set([...returned, ...missing].map(({ lot }) => lot))];
    const amountIn = (list: typeof returned) =>
      lots.map((lot) => list.find((one) => one.lot === lot)?.amount ?? '0');
    await tx.query(
      `INSERT INTO state.event_line_results (event, lot, destroyed, returned, missing, entry)
       SELECT $1, lot, 0, returned, missing, $2
       FROM unnest($3::uuid[], $4::numeric[], $5::numeric[]) AS r (lot, returned, missing)
       ON CONFLICT (event, lot) DO UPDATE SET destroyed = 0, returned = excluded.returned,
         missing = excluded.missing, net_kg = NULL, reason = NULL, entry = excluded.entry`,
      [entry.subject.id, entry.id, lots, amountIn(returned), amountIn(missing)],
    );
    await this.end(tx, entry, 'cancelled', reason);
  }

  private async staged(tx: Tx, entry: EntryOf<'event.staged'>): Promise<void> {
    const { lines } = entry.data;
    await tx.query(
      `UPDATE state.event_lines l SET staged = s.staged, short = s.short, short_reason = s.reason
       FROM unnest($2::uuid[], $3::numeric[], $4::numeric[], $5::text[]) AS s (lot, staged, short, reason)
       WHERE l.event = $1 AND l.lot = s.lot`,
      [
        entry.subject.id,
        lines.map(({ lot }) => lot),
        lines.map(({ staged }) => staged),
        lines.map(({ short }) => short),
        lines.map(({ reason }) => reason ?? null),
      ],
    );
    await tx.query(`UPDATE state.events SET status = 'staged' WHERE id = $1`, [entry.subject.id]);
    await this.touch(tx, entry);
  }

  private async recorded(tx: Tx, entry: EntryOf<'event.line-recorded'>): Promise<void> {
    const { subject, data, happened } = entry;
    await this.markStatements(tx, entry);
    await tx.query(
      `INSERT INTO state.event_line_results (event, lot, destroyed, returned, missing, net_kg, reason, entry)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (event, lot) DO UPDATE SET destroyed = $3, returned = $4, missing = $5, net_kg = $6, reason = $7,
         entry = $8`,
      [
        subject.id,
        data.lot,
        data.destroyed,
        data.returned,
        data.missing,
        data.netKg ?? null,
        data.reason ?? null,
        entry.id,
      ],
    );
    await tx.query(
      `UPDATE state.events SET started_at = least(started_at, $2::timestamptz),
         ended_at = greatest(ended_at, $2::timestamptz) WHERE id = $1`,
      [subject.id, happened],
    );
    await this.touch(tx, entry);
  }

  private async confirmed(tx: Tx, entry: EntryOf<'event.difference-confirmed'>): Promise<void> {
    const { lot, measured, reason } = entry.data;
    await tx.query(
      `INSERT INTO state.event_differences (event, lot, measured, reason, person, entry)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (event, lot) DO UPDATE SET measured = $3, reason = $4, person = $5, entry = $6`,
      [entry.subject.id, lot, measured, reason, entry.actor.person, entry.id],
    );
    await this.touch(tx, entry);
  }

  /** Statements about a line whose figures change now were made before the change. */
  private async markStatements(tx: Tx, { subject, data }: EntryOf<'event.line-recorded'>): Promise<void> {
    await tx.query(
      `UPDATE state.statements s SET stale = true
       FROM state.event_line_results r
       WHERE s.event = $1 AND $2 = ANY(s.lines) AND r.event = $1 AND r.lot = $2
         AND (r.destroyed, r.returned, r.missing, coalesce(r.net_kg, -1))
           IS DISTINCT FROM ($3::numeric, $4::numeric, $5::numeric, coalesce($6::numeric, -1))`,
      [subject.id, data.lot, data.destroyed, data.returned, data.missing, data.netKg ?? null],
    );
  }

  private async witnessed(tx: Tx, entry: EntryOf<'event.witnessed'>): Promise<void> {
    const { subject, data, actor, id, recorded } = entry;
    await tx.query(
      `INSERT INTO state.statements (entry, event, person, agency, statement, seen_from, seen_to, lines, sha256,
         stale, recorded)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, false, $10)`,
      [
        id,
        subject.id,
        actor.person,
        actor.agency,
        data.statement,
        data.from,
        data.to,
        data.lines,
        data.sha256,
        recorded,
      ],
    );
    await this.touch(tx, entry);
  }

  /** Lots that leave the batch before they are staged leave its events, too. */
  private async excluded(tx: Tx, { data }: EntryOf<'batch.excluded'>): Promise<void> {
    await tx.query(
      `UPDATE state.event_lines SET excluded = true WHERE lot = ANY($2) AND staged IS NULL
         AND event IN (SELECT id FROM state.events WHERE submission = $1 AND status IN ('planned', 'staged'))`,
      [data.submission, data.lots.map(({ lot }) => lot)],
    );
  }

  private async end(
    tx: Tx,
    entry: EventEntry,
    status: 'closed' | 'cancelled',
    reason: string | null = null,
  ): Promise<void> {
    await tx.query('UPDATE state.events SET status = $2, ended = $3, reason = $4 WHERE id = $1', [
      entry.subject.id,
      status,
      entry.id,
      reason,
    ]);
    await this.touch(tx, entry);
  }

  private async touch(tx: Tx, { subject, id }: { readonly subject: { readonly id: string }; id: string }) {
    await tx.query('UPDATE state.events SET latest = $2 WHERE id = $1', [subject.id as EventId, id]);
  }
}
