import { Injectable } from '@nestjs/common';
import type { EntryOf } from '#entries';
import { Visibility } from '#identity';
import type { AgencyId } from '#kernel';
import type { Tx } from '#platform';

/** Who sees an event: the agency that runs it, and jointly everybody who takes part. */
@Injectable()
export class EventVisibility {
  constructor(private readonly visibility: Visibility) {}

  /**
   * Lets the required agencies, the keepers of the goods and the agencies of the witnesses see a planned event; the
   * witnesses' agencies see its batch, too.
   */
  async show(tx: Tx, { subject, data, actor }: EntryOf<'event.planned'>): Promise<void> {
    const event = { kind: 'event', subject: subject.id } as const;
    await this.visibility.grant(tx, { ...event, agency: actor.agency, relation: 'own' });
    const lots = data.lots.map(({ lot }) => lot);
    const rows: { agency: AgencyId; witness: boolean }[] = await tx.query(
      `SELECT unnest(required) AS agency, false AS witness FROM state.batch_lists WHERE submission = $1
       UNION SELECT agency, false FROM state.custody WHERE lot = ANY($2)
       UNION SELECT agency, true FROM state.persons WHERE id = ANY($3)
       ORDER BY agency, witness`,
      [data.submission, lots, data.witnesses],
    );
    for (const { agency, witness } of rows) {
      await this.visibility.grant(tx, { ...event, agency, relation: 'joint' });
      if (witness) {
        await this.visibility.grant(tx, { kind: 'batch', subject: data.batch, agency, relation: 'joint' });
      }
    }
  }
}
