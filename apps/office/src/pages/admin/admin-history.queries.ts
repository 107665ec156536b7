import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type PersonId } from '#kernel';
import { DataSource } from 'typeorm';

/** An entry that concerns the installation itself and no case. */
export interface AdminEntry {
  readonly seq: number;
  readonly type: string;
  readonly recorded: Instant;
  readonly by: PersonId;
  readonly reason?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The history of agencies and of the catalogue, for administrators, who see no case and so not the ledger. */
@Injectable()
export class AdminHistory {
  constructor(private readonly dataSource: DataSource) {}

  /** Entries about one subject, the newest first. */
  async about(kind: 'agency' | 'catalogue', subject: string): Promise<AdminEntry[]> {
    const rows: { seq: string; type: string; recorded: Date; by: PersonId; data: AdminEntry['data'] }[] =
      await this.dataSource.query(
        `SELECT s.seq, e.type, e.recorded, e.json #>> '{actor,person}' AS by, e.json -> 'data' AS data
         FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
         WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY e.subject_version DESC LIMIT 200`,
        [kind, subject],
      );
    return rows.map(({ seq, recorded, data, ...row }) => ({
      ...row,
      seq: Number(seq),
      recorded: formatInstant(recorded.getTime()),
      data,
      ...(typeof data['reason'] === 'string' && { reason: data['reason'] }),
    }));
  }
}
