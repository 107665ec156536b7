import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Visibility } from '#identity';
import type { AgencyId, BatchId, EntryId, LotId } from '#kernel';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';
import { stateAfter, type BatchAct, type BatchState } from './domain/batch-states.js';
import { samplePhotos } from './domain/sample-photos.js';

/** The only writer of the batches' tables: entries in, rows out, live and on rebuild. */
@Injectable()
export class BatchProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: Visibility,
  ) {
    projectors.on('batch.submitted', (tx, entry) => this.submitted(tx, entry));
    projectors.on('batch.approved', (tx, entry) => this.approved(tx, entry));
    projectors.on('batch.excluded', (tx, entry) => this.excluded(tx, entry));
    projectors.on('batch.rejected', (tx, entry) => this.rejected(tx, entry));
    projectors.on('batch.withdrawn', (tx, entry) => this.freed(tx, entry, 'withdraw'));
    projectors.on('batch.reopened', (tx, entry) => this.freed(tx, entry, 'reopen'));
    projectors.on('event.planned', (tx, entry) => this.planned(tx, entry));
    projectors.on('event.staged', (tx, entry) => this.staged(tx, entry));
    projectors.on('event.cancelled', (tx, entry) => this.cancelled(tx, entry));
  }

  private async submitted(tx: Tx, entry: EntryOf<'batch.submitted'>): Promise<void> {
    const { reference, version, snapshot, list } = entry.data;
    const batch = entry.subject.id as BatchId;
    const { agency, person } = entry.actor;
    await tx.query(
      `INSERT INTO state.batches (id, reference, agency, status, version, submission)
       VALUES ($1, $2, $3, 'submitted', $4, $5)
       ON CONFLICT (id) DO UPDATE SET agency = $3, status = 'submitted', version = $4, submission = $5`,
      [batch, reference, agency, version, entry.id],
    );
    await tx.query(
      `INSERT INTO state.batch_lists (submission, batch, version, snapshot, list, required, coordinator, submitted)
       VALUES ($1, $2, $3, $4, $5, ARRAY(SELECT id FROM state.agencies WHERE code = ANY($6) ORDER BY code), $7, $8)`,
      [entry.id, batch, version, snapshot, JSON.stringify(list), list.required, person, entry.recorded],
    );
    await this.insertLines(tx, entry);
    await this.grant(tx, entry);
  }

  private async insertLines(tx: Tx, { id, data: { list } }: EntryOf<'batch.submitted'>): Promise<void> {
    const decisions = new Map<LotId, string>();
    for (const decision of list.decisions) for (const lot of decision.lots) decisions.set(lot, decision.id);
    const { lines } = list;
    await tx.query(
      `INSERT INTO state.batch_lines (submission, lot, amount, unit, site, method, decision, status)
       SELECT $1, lot, amount, unit, site, method, decision, 'allocated'
       FROM unnest($2::uuid[], $3::numeric[], $4::text[], $5::text[], $6::text[], $7::uuid[])
         AS l (lot, amount, unit, site, method, decision)`,
      [
        id,
        lines.map(({ lot }) => lot),
        lines.map(({ base }) => base.amount),
        lines.map(({ base }) => base.unit),
        lines.map(({ site }) => site),
        lines.map(({ method }) => method),
        lines.map(({ lot }) => decisions.get(lot) ?? null),
      ],
    );
  }

  /**
   * The agency that runs the batch sees it as its own; the asked ones as named on it, with the sample of its photos
   * but without the lots, whose cases are not theirs.
   */
  private async grant(tx: Tx, entry: EntryOf<'batch.submitted'>): Promise<void> {
    const { list, snapshot } = entry.data;
    const batch = { kind: 'batch', subject: entry.subject.id } as const;
    await this.visibility.grant(tx, { ...batch, agency: entry.actor.agency, relation: 'own' });
    const [row]: { required: AgencyId[] }[] = await tx.query(
      'SELECT required FROM state.batch_lists WHERE submission = $1',
      [entry.id],
    );
    const sample = samplePhotos(list, snapshot);
    for (const agency of row!.required) {
      await this.visibility.grant(tx, { ...batch, agency, relation: 'joint' });
      for (const { sha256 } of sample) {
        await this.visibility.grant(tx, { kind: 'photo', subject: sha256, agency, relation: 'joint' });
      }
    }
  }

  private async approved(tx: Tx, entry: EntryOf<'batch.approved'>): Promise<void> {
    const { submission, complete } = entry.data;
    await this.keepDecision(tx, entry);
    await this.move(tx, submission, complete === 'yes' ? 'complete' : 'approve');
  }

  private async rejected(tx: Tx, entry: EntryOf<'batch.rejected'>): Promise<void> {
    await this.keepDecision(tx, entry);
    await this.free(tx, entry.data.submission, 'reject');
  }

  private keepDecision(tx: Tx, entry: EntryOf<'batch.approved'> | EntryOf<'batch.rejected'>): Promise<void> {
    const { submission, agency, snapshot, factor, reason } = entry.data;
    const decision = entry.type === 'batch.approved' ? 'approved' : 'rejected';
    return tx.query(
      `INSERT INTO state.batch_decisions
         (entry, submission, agency, person, decision, snapshot, factor, reason, decided)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        entry.id,
        submission,
        agency,
        entry.actor.person,
        decision,
        snapshot,
        factor,
        reason ?? null,
        entry.recorded,
      ],
    );
  }

  private async excluded(tx: Tx, entry: EntryOf<'batch.excluded'>): Promise<void> {
    const { submission, lots, cause, because, reason } = entry.data;
    const ids = lots.map(({ lot }) => lot);
    await tx.query(
      `UPDATE state.batch_lines SET status = 'excluded' WHERE submission = $1 AND lot = ANY($2)`,
      [submission, ids],
    );
    await tx.query(
      `INSERT INTO state.batch_exclusions (submission, lot, entry, cause, because, reason)
       SELECT $1, lot, $3, $4, $5, $6 FROM unnest($2::uuid[]) AS l (lot)`,
      [submission, ids, entry.id, cause, because, reason],
    );
    const [left]: { any: boolean }[] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM state.batch_lines WHERE submission = $1 AND status <> 'excluded') AS any`,
      [submission],
    );
    await this.move(tx, submission, left!.any ? 'exclude' : 'empty');
  }

  private freed(
    tx: Tx,
    entry: EntryOf<'batch.withdrawn'> | EntryOf<'batch.reopened'>,
    act: BatchAct,
  ): Promise<void> {
    return this.free(tx, entry.data.submission, act);
  }

  private async free(tx: Tx, submission: EntryId, act: BatchAct): Promise<void> {
    await tx.query(
      `UPDATE state.batch_lines SET status = 'released' WHERE submission = $1 AND status = 'allocated'`,
      [submission],
    );
    await this.move(tx, submission, act);
  }

  private async planned(tx: Tx, { id, subject, data }: EntryOf<'event.planned'>): Promise<void> {
    await tx.query(
      'INSERT INTO state.batch_events (event, submission, planned, cancelled) VALUES ($1, $2, $3, false)',
      [subject.id, data.submission, id],
    );
  }

  private async staged(tx: Tx, { data }: EntryOf<'event.staged'>): Promise<void> {
    await this.moveLines(tx, data, { lots: data.lines.map(({ lot }) => lot), status: 'staged' });
  }

  /** Goods that a cancelled event gave back or lost are out of the list; what was never staged stays in it. */
  private async cancelled(tx: Tx, { data }: EntryOf<'event.cancelled'>): Promise<void> {
    const lots = [...(data.returned ?? []), ...(data.missing ?? [])].map(({ lot }) => lot);
    await this.moveLines(tx, data, { lots, status: 'released' });
    await tx.query('UPDATE state.batch_events SET cancelled = true WHERE planned = $1', [data.planned]);
  }

  private async moveLines(
    tx: Tx,
    { planned }: { readonly planned: EntryId },
    { lots, status }: { readonly lots: readonly LotId[]; readonly status: 'staged' | 'released' },
  ): Promise<void> {
    await tx.query(
      `UPDATE state.batch_lines SET status = $3 WHERE lot = ANY($2) AND status IN ('allocated', 'staged')
         AND submission = (SELECT submission FROM state.batch_events WHERE planned = $1)`,
      [planned, lots, status],
    );
  }

  private async move(tx: Tx, submission: EntryId, act: BatchAct): Promise<void> {
    const [row]: { id: BatchId; status: BatchState }[] = await tx.query(
      'SELECT id, status FROM state.batches WHERE submission = $1',
      [submission],
    );
    await tx.query('UPDATE state.batches SET status = $2 WHERE id = $1', [
      row!.id,
      stateAfter(row!.status, act),
    ]);
  }
}
