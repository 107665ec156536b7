import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Visibility } from '#identity';
import type { AgencyId } from '#kernel';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of seizures and lots. */
@Injectable()
export class SeizureProjector {
  constructor(
    projectors: Projectors,
    private readonly visibility: Visibility,
  ) {
    projectors.on('seizure.registered', (tx, entry) => this.registered(tx, entry));
    projectors.on('seizure.confirmed', (tx, entry) => this.confirmed(tx, entry));
    projectors.on('transfer.confirmed', (tx, entry) => this.found(tx, entry));
  }

  private async registered(tx: Tx, entry: EntryOf<'seizure.registered'>): Promise<void> {
    await this.seizure(tx, entry);
    await this.lots(tx, entry);
    const { agency } = entry.actor;
    await this.visibility.grant(tx, { kind: 'seizure', subject: entry.subject.id, agency, relation: 'own' });
    for (const { lot } of entry.data.lots) {
      await this.visibility.grant(tx, { kind: 'lot', subject: lot, agency, relation: 'own' });
    }
  }

  private async seizure(tx: Tx, { data, subject, ...entry }: EntryOf<'seizure.registered'>): Promise<void> {
    await tx.query(
      `INSERT INTO state.seizures (id, reference, case_number, measure, legal_basis, place, party, party_presence,
         refusal_reason, on_site_witness, officers, agency, registrar, happened, recorded, registered)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        subject.id,
        data.reference,
        data.caseNumber,
        data.measure,
        data.legalBasis,
        data.place,
        data.party ?? null,
        data.partyPresence ?? null,
        data.refusalReason ?? null,
        data.onSiteWitness ?? null,
        data.officers,
        entry.actor.agency,
        entry.actor.person,
        entry.happened,
        entry.recorded,
        entry.id,
      ],
    );
  }

  private async lots(tx: Tx, { data, subject, actor }: EntryOf<'seizure.registered'>): Promise<void> {
    await tx.query(
      `INSERT INTO state.lots (id, seizure, position, code, category, description, record, responsible)
       SELECT (r.record ->> 'lot')::uuid, $2, r.ordinality - 1, r.record ->> 'code', r.record ->> 'category',
              r.record ->> 'description', r.record, $3
       FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS r (record, ordinality)`,
      [JSON.stringify(data.lots), subject.id, actor.agency],
    );
  }

  private async confirmed(tx: Tx, entry: EntryOf<'seizure.confirmed'>): Promise<void> {
    await tx.query(
      'UPDATE state.seizures SET confirmed = $2, confirmed_by = $3, confirmed_at = $4 WHERE id = $1',
      [entry.subject.id, entry.id, entry.actor.person, entry.recorded],
    );
  }

  /** Goods that came up beyond what was registered become lots of the case in which they were found. */
  private async found(tx: Tx, { data }: EntryOf<'transfer.confirmed'>): Promise<void> {
    for (const record of data.found ?? []) {
      const [origin]: { responsible: AgencyId }[] = await tx.query(
        `INSERT INTO state.lots (id, seizure, position, code, category, description, record, responsible)
         SELECT $1, o.seizure, (SELECT max(position) + 1 FROM state.lots WHERE seizure = o.seizure), $3, $4, $5, $6,
                o.responsible
         FROM state.lots o WHERE o.id = $2 RETURNING responsible`,
        [
          record.lot,
          record.foundWith,
          record.code,
          record.category,
          record.description,
          JSON.stringify(record),
        ],
      );
      const grant = { subject: record.lot, agency: origin!.responsible };
      await this.visibility.grant(tx, { kind: 'lot', ...grant, relation: 'own' });
    }
  }
}
