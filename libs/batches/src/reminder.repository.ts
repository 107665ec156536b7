import { Injectable } from '@nestjs/common';
import type { AgencyId, EntryId, Instant, PersonId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';

/** A notice to an agency that its decision on a frozen list is waited for. */
export interface Reminder {
  readonly id: string;
  /** The entry that froze the list. */
  readonly submission: EntryId;
  readonly agency: AgencyId;
  /** Who reminded. */
  readonly person: PersonId;
  readonly sent: Instant;
}

/** Reminders; no entries of the ledger, so in schema `work`. */
@Injectable()
export class ReminderRepository {
  constructor(private readonly dataSource: DataSource) {}

  async known(tx: Tx, id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT id FROM work.batch_reminders WHERE id = $1', [id]);
    return rows.length > 0;
  }

  insert(tx: Tx, { id, submission, agency, person, sent }: Reminder): Promise<void> {
    return tx.query(
      'INSERT INTO work.batch_reminders (id, submission, agency, person, sent) VALUES ($1, $2, $3, $4, $5)',
      [id, submission, agency, person, sent],
    );
  }

  /** The last reminder of each agency about a list. */
  async last(tx: Tx | undefined, submission: EntryId): Promise<ReadonlyMap<AgencyId, Instant>> {
    const rows: { agency: AgencyId; sent: Instant }[] = await (tx ?? this.dataSource).query(
      `SELECT agency, to_char(max(sent) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS sent
       FROM work.batch_reminders WHERE submission = $1 GROUP BY agency`,
      [submission],
    );
    return new Map(rows.map(({ agency, sent }) => [agency, sent]));
  }
}
