import { Injectable } from '@nestjs/common';
import {
  DomainError,
  type AgencyId,
  type BatchId,
  type EntryId,
  type EventId,
  type Instant,
  type LotId,
  type PersonId,
  type Sha256,
} from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import { completionOf, type BatchCompletion } from './domain/completion.js';
import {
  linesIn,
  refuseOver,
  type DestructionEvent,
  type EventLine,
  type EventState,
} from './domain/event.js';
import { headSql, linesSql, present, statementsSql, time, type HeadRow, type LineRow } from './event-rows.js';
import { eventOfBatch, lineOf, type EventOfBatch, type StatementFacts } from './event-facts.js';

/** An event in a list of events. */
export interface EventRow {
  readonly id: EventId;
  readonly reference: string;
  readonly batch: BatchId;
  readonly batchReference: string;
  readonly agency: AgencyId;
  readonly site: string;
  readonly state: EventState;
  readonly startsAt: Instant;
  readonly lead: PersonId;
  readonly lines: number;
  /** Lines whose result is recorded. */
  readonly done: number;
}
export interface EventSearch {
  /** Agencies that run an event or take part in it. */
  readonly agencies: readonly AgencyId[];
  readonly state?: EventState;
  readonly batch?: BatchId;
  /** `startsAt` and id of the last row of the page before. */
  readonly after?: readonly string[];
  readonly limit: number;
}

/** Reads of events for this and later libs. */
@Injectable()
export class EventQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Lots of an event in the order of ids, excluded ones too. */
  async lotsOf(tx: Tx, event: EventId): Promise<LotId[]> {
    const rows: { lot: LotId }[] = await tx.query(
      'SELECT lot FROM state.event_lines WHERE event = $1 ORDER BY lot',
      [event],
    );
    return rows.map(({ lot }) => lot);
  }

  /**
   * For what may be added to an event only while it runs: it can't end before this unit of work does.
   * Throws `missing` `event.unknown`, `conflict` `event.over`.
   */
  async requireRunning(tx: Tx, id: EventId): Promise<void> {
    const [row] = await tx.query(
      'SELECT status AS state, reference FROM state.events WHERE id = $1 FOR SHARE',
      [id],
    );
    if (!row) throw new DomainError('missing', 'event.unknown', { id });
    refuseOver(row as { state: EventState; reference: string });
  }

  /** An event as the rules see it; undefined for an unknown id. */
  async load(tx: Tx, id: EventId): Promise<DestructionEvent | undefined> {
    const facts = await this.one(tx, id);
    if (!facts) return undefined;
    const { head, lines, statements } = facts;
    return { ...head, lines, statements };
  }

  /** Everything about one event; undefined for an unknown id. */
  async one(
    tx: Tx,
    id: EventId,
  ): Promise<{ head: HeadRow; lines: EventLine[]; statements: StatementFacts[] } | undefined> {
    const [row]: HeadRow[] = await tx.query(`${headSql} WHERE e.id = $1`, [id]);
    return row && { head: present(row), ...(await this.parts(tx, id)) };
  }

  /** The events of a batch in the order in which they were planned; amounts in base units of the lots. */
  async ofBatch(tx: Tx, batch: BatchId): Promise<EventOfBatch[]> {
    const rows: HeadRow[] = await tx.query(`${headSql} WHERE e.batch = $1 ORDER BY e.recorded, e.id`, [
      batch,
    ]);
    const events: EventOfBatch[] = [];
    for (const row of rows) {
      const { lines, statements } = await this.parts(tx, row.id);
      events.push(eventOfBatch(present(row), lines, statements));
    }
    return events;
  }

  /** What is left to do for a frozen list, by events and exclusions. */
  async completion(
    tx: Tx,
    frozen: {
      readonly submission: EntryId;
      readonly list: { readonly lines: readonly { readonly lot: LotId }[] };
      readonly excluded: readonly { readonly lot: LotId }[];
    },
  ): Promise<BatchCompletion> {
    const rows: HeadRow[] = await tx.query(`${headSql} WHERE e.submission = $1`, [frozen.submission]);
    const events = [];
    for (const { id, reference, state } of rows) {
      events.push({ reference, state, lines: linesIn(await this.parts(tx, id)) });
    }
    return completionOf({ list: frozen.list.lines, excluded: frozen.excluded, events });
  }

  /** One page of events, the latest start first; one more than `limit` where there are more. */
  search({ agencies, state, batch, after, limit }: EventSearch): Promise<EventRow[]> {
    return this.dataSource.query(
      `SELECT e.id, e.reference, e.batch, b.reference AS "batchReference", e.agency, e.site, e.status AS state,
         ${time('e.starts_at')} AS "startsAt", e.lead,
         (SELECT count(*)::integer FROM state.event_lines l WHERE l.event = e.id AND NOT l.excluded) AS lines,
         (SELECT count(*)::integer FROM state.event_line_results r WHERE r.event = e.id) AS done
       FROM state.events e JOIN state.batches b ON b.id = e.batch
       WHERE EXISTS (SELECT 1 FROM state.visibility v
               WHERE v.kind = 'event' AND v.subject = e.id::text AND v.agency = ANY($1))
         AND ($2::text IS NULL OR e.status = $2) AND ($3::uuid IS NULL OR e.batch = $3)
         AND ($4::timestamptz IS NULL OR (e.starts_at, e.id) < ($4::timestamptz, $5::uuid))
       ORDER BY e.starts_at DESC, e.id DESC LIMIT $6`,
      [agencies, state ?? null, batch ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  private async parts(tx: Tx, event: EventId): Promise<{ lines: EventLine[]; statements: StatementFacts[] }> {
    const lines: LineRow[] = await tx.query(linesSql, [event]);
    const statements: (StatementFacts & { sha256: Sha256 })[] = await tx.query(statementsSql, [event]);
    return { lines: lines.map(lineOf), statements };
  }
}
