import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Visibility } from '#identity';
import type { AgencyId, PersonId } from '#kernel';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of hand-overs and of who keeps which lot. */
@Injectable()
export class TransferProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: Visibility,
  ) {
    projectors.on('transfer.offered', (tx, entry) => this.offered(tx, entry));
    projectors.on('transfer.accepted', (tx, entry) => this.accepted(tx, entry));
    projectors.on('transfer.confirmed', (tx, entry) => this.confirmed(tx, entry));
    projectors.on('transfer.refused', (tx, entry) => this.refused(tx, entry));
  }

  private async offered(tx: Tx, entry: EntryOf<'transfer.offered'>): Promise<void> {
    const { subject, data, actor } = entry;
    const [receiver]: { agency: AgencyId }[] = await tx.query(
      'SELECT agency FROM state.persons WHERE id = $1',
      [data.to],
    );
    await tx.query(
      `INSERT INTO state.transfers (id, state, giver, giver_agency, receiver, receiver_agency, location, offered, offered_at)
       VALUES ($1, 'offered', $2, $3, $4, $5, $6, $7, $8)`,
      [
        subject.id,
        actor.person,
        actor.agency,
        data.to,
        receiver!.agency,
        data.location ?? null,
        entry.id,
        entry.recorded,
      ],
    );
    // Goods that the giver keeps come from the store; all others from the officers (see sourceFor).
    await tx.query(
      `INSERT INTO state.transfer_lines (transfer, lot, offered, unit, source, open)
       SELECT $1, l.lot, l.amount, l.unit, CASE WHEN c.lot IS NULL THEN 'with-officers' ELSE 'custody' END, true
       FROM unnest($2::uuid[], $3::numeric[], $4::text[]) AS l (lot, amount, unit)
       LEFT JOIN state.custody c ON c.lot = l.lot AND c.custodian = $5`,
      [
        subject.id,
        data.lots.map(({ lot }) => lot),
        data.lots.map(({ amount }) => amount),
        data.lots.map(({ unit }) => unit),
        actor.person,
      ],
    );
    for (const agency of new Set([actor.agency, receiver!.agency])) {
      await this.visibility.grant(tx, { kind: 'transfer', subject: subject.id, agency, relation: 'own' });
    }
  }

  private async accepted(tx: Tx, entry: EntryOf<'transfer.accepted'>): Promise<void> {
    const { subject, data } = entry;
    await tx.query(
      `UPDATE state.transfers SET state = 'awaiting-giver', accepted = $2, accepted_at = $3,
         location = coalesce($4, location) WHERE id = $1`,
      [subject.id, entry.id, entry.recorded, data.location ?? null],
    );
    await tx.query(
      `UPDATE state.transfer_lines t SET received = l.received, seals_intact = l.seals, note = l.note
       FROM unnest($2::uuid[], $3::numeric[], $4::text[], $5::text[]) AS l (lot, received, seals, note)
       WHERE t.transfer = $1 AND t.lot = l.lot`,
      [
        subject.id,
        data.lines.map(({ lot }) => lot),
        data.lines.map(({ received }) => received),
        data.lines.map(({ sealsIntact }) => sealsIntact),
        data.lines.map(({ note }) => note ?? null),
      ],
    );
    if (data.awaitsGiver === 'no') await this.takenOver(tx, entry);
  }

  private async confirmed(tx: Tx, entry: EntryOf<'transfer.confirmed'>): Promise<void> {
    await this.takenOver(tx, entry);
    const found = entry.data.found ?? [];
    await tx.query(
      `INSERT INTO state.custody (lot, agency, custodian, location, since)
       SELECT f.lot, t.receiver_agency, t.receiver, t.location, $3
       FROM state.transfers t, unnest($2::uuid[]) AS f (lot) WHERE t.id = $1`,
      [entry.subject.id, found.map(({ lot }) => lot), entry.id],
    );
    await this.showLots(
      tx,
      entry.subject.id,
      found.map(({ lot }) => lot),
    );
  }

  /** The goods that arrived are the receiver's now. */
  private async takenOver(
    tx: Tx,
    { subject, id, recorded }: Pick<EntryOf, 'subject' | 'id' | 'recorded'>,
  ): Promise<void> {
    const rows: { lot: string }[] = await tx.query(
      `INSERT INTO state.custody (lot, agency, custodian, location, since)
       SELECT l.lot, t.receiver_agency, t.receiver, t.location, $2
       FROM state.transfers t JOIN state.transfer_lines l ON l.transfer = t.id WHERE t.id = $1 AND l.received > 0
       ON CONFLICT (lot) DO UPDATE SET agency = excluded.agency, custodian = excluded.custodian,
         location = excluded.location, since = excluded.since
       RETURNING lot`,
      [subject.id, id],
    );
    await this.end(tx, subject.id, { state: 'accepted', entry: id, recorded, reason: null });
    await this.showLots(
      tx,
      subject.id,
      rows.map(({ lot }) => lot),
    );
  }

  private async refused(tx: Tx, { subject, id, recorded, data }: EntryOf<'transfer.refused'>): Promise<void> {
    await this.end(tx, subject.id, { state: 'refused', entry: id, recorded, reason: data.reason });
  }

  private async end(
    tx: Tx,
    transfer: string,
    {
      state,
      entry,
      recorded,
      reason,
    }: { state: string; entry: string; recorded: string; reason: string | null },
  ): Promise<void> {
    await tx.query(
      'UPDATE state.transfers SET state = $2, ended = $3, ended_at = $4, refusal_reason = $5 WHERE id = $1',
      [transfer, state, entry, recorded, reason],
    );
    await tx.query('UPDATE state.transfer_lines SET open = false WHERE transfer = $1', [transfer]);
  }

  /** Whoever keeps goods sees their lot. */
  private async showLots(tx: Tx, transfer: string, lots: readonly string[]): Promise<void> {
    const [row]: { agency: AgencyId; receiver: PersonId }[] = await tx.query(
      'SELECT receiver_agency AS agency, receiver FROM state.transfers WHERE id = $1',
      [transfer],
    );
    for (const subject of lots) {
      await this.visibility.grant(tx, { kind: 'lot', subject, agency: row!.agency, relation: 'own' });
    }
  }
}
