import { Injectable } from '@nestjs/common';
import type { Entry, EntryOf } from '#entries';
import { Visibility } from '#identity';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of appraisals, decisions and holds. */
@Injectable()
export class CaseProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: Visibility,
  ) {
    projectors.on('appraisal.recorded', (tx, entry) => this.appraised(tx, entry));
    projectors.on('decision.recorded', (tx, entry) => this.decided(tx, entry));
    projectors.on('hold.placed', (tx, entry) => this.held(tx, entry));
    projectors.on('hold.released', (tx, entry) => this.released(tx, entry));
  }

  private async appraised(tx: Tx, entry: EntryOf<'appraisal.recorded'>): Promise<void> {
    const { data, subject, actor, happened } = entry;
    await tx.query(
      `INSERT INTO state.appraisals (id, result, body, report_number, agency, happened, entry)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [subject.id, data.result, data.body, data.reportNumber, actor.agency, happened, entry.id],
    );
    await tx.query('INSERT INTO state.appraisal_lots (appraisal, lot) SELECT $1, unnest($2::uuid[])', [
      subject.id,
      data.lots,
    ]);
    await tx.query('UPDATE state.lots SET appraisal = $1 WHERE id = ANY($2)', [subject.id, data.lots]);
    await this.own(tx, 'appraisal', entry);
  }

  private async decided(tx: Tx, entry: EntryOf<'decision.recorded'>): Promise<void> {
    const { data, subject, actor, happened } = entry;
    await tx.query(
      `INSERT INTO state.decisions (id, number, kind, final_at, agency, happened, entry)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [subject.id, data.number, data.kind, data.finalAt, actor.agency, happened, entry.id],
    );
    await tx.query(
      `INSERT INTO state.decision_lots (decision, lot, amount)
       SELECT $1, lot, amount FROM unnest($2::uuid[], $3::numeric[]) AS d (lot, amount)`,
      [subject.id, data.lots.map(({ lot }) => lot), data.lots.map(({ amount }) => amount ?? null)],
    );
    if (data.replaces !== undefined) {
      await tx.query('UPDATE state.decisions SET replaced_by = $1 WHERE id = $2', [
        subject.id,
        data.replaces,
      ]);
    }
    await this.own(tx, 'decision', entry);
  }

  private async held(tx: Tx, entry: EntryOf<'hold.placed'>): Promise<void> {
    const { data, subject, actor, recorded } = entry;
    const agency = data.agency ?? actor.agency;
    await tx.query(
      'INSERT INTO state.holds (id, reason, document, agency, placed, placed_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [subject.id, data.reason, data.document ?? null, agency, entry.id, recorded],
    );
    await tx.query('INSERT INTO state.hold_lots (hold, lot) SELECT $1, unnest($2::uuid[])', [
      subject.id,
      data.lots,
    ]);
    await this.visibility.grant(tx, { kind: 'hold', subject: subject.id, agency, relation: 'own' });
  }

  private async released(tx: Tx, entry: EntryOf<'hold.released'>): Promise<void> {
    await tx.query('UPDATE state.holds SET released = $2, release_reason = $3 WHERE id = $1', [
      entry.data.hold,
      entry.id,
      entry.data.reason,
    ]);
  }

  private async own(tx: Tx, kind: 'appraisal' | 'decision', { subject, actor }: Entry): Promise<void> {
    await this.visibility.grant(tx, { kind, subject: subject.id, agency: actor.agency, relation: 'own' });
  }
}
