import { Injectable } from '@nestjs/common';
import { OpenWork, type OpenWorkItem } from '#identity';
import type { PersonId } from '#kernel';
import type { Tx } from '#platform';

/** What of a person's work others must take over, by the person. */
const sql = `WITH me AS (SELECT $1::uuid AS person)
  SELECT 'custody' AS kind, c.lot::text AS subject, l.code AS reference
    FROM state.custody c JOIN state.lots l ON l.id = c.lot, me WHERE c.custodian = me.person
      AND EXISTS (SELECT 1 FROM state.balances b WHERE b.lot = c.lot AND b.amount > 0
        AND b.account IN ('custody', 'allocated', 'staged'))
  UNION ALL SELECT 'transfer', t.id::text, left(t.id::text, 8) FROM state.transfers t, me
    WHERE t.state IN ('offered', 'awaiting-giver') AND me.person IN (t.giver, t.receiver)
  UNION ALL SELECT 'event', e.id::text, e.reference FROM state.events e, me
    WHERE e.status IN ('planned', 'staged') AND (e.lead = me.person OR EXISTS (SELECT 1 FROM state.event_witnesses w
      WHERE w.event = e.id AND w.person = me.person AND NOT EXISTS (SELECT 1 FROM state.statements x
        WHERE x.event = e.id AND x.person = me.person AND NOT x.stale)))
  UNION ALL SELECT 'batch', d.id::text, d.reference FROM work.batch_drafts d
    LEFT JOIN state.batches b ON b.id = d.id, me
    WHERE d.coordinator = me.person AND coalesce(b.status, 'draft') IN ('draft', 'submitted')
  UNION ALL SELECT 'seizure', s.id::text, s.reference FROM state.seizures s, me
    WHERE s.confirmed IS NULL AND me.person = ANY(s.officers)
  ORDER BY kind, reference`;

/** Knows the work that the later libs give people, for the list before somebody's access ends. */
@Injectable()
export class OpenWorkQueries {
  constructor(openWork: OpenWork) {
    openWork.addSource((tx: Tx, person: PersonId): Promise<OpenWorkItem[]> => tx.query(sql, [person]));
  }
}
