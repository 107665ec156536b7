import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant } from '#kernel';
import { DataSource } from 'typeorm';

/** What the database says of the installation. */
export interface InstallationFacts {
  /** Numbered entries, and those recorded that wait for a number. */
  readonly size: number;
  readonly pending: number;
  readonly checkpoint?: { readonly size: number; readonly made: Instant };
  /** Certificates on their way, and those whose completion failed at least once with the last failure. */
  readonly unfinished: number;
  readonly failing: readonly { number: string; failures: number; failure: string | null }[];
  /** Version of PostgreSQL, bytes of the database. */
  readonly database: string;
  readonly bytes: number;
}

type Row = Omit<InstallationFacts, 'checkpoint' | 'failing'> & { kept: string | null; made: Date | null };

@Injectable()
export class InstallationQueries {
  constructor(private readonly dataSource: DataSource) {}

  async facts(): Promise<InstallationFacts> {
    const [row]: Row[] = await this.dataSource.query(
      `SELECT h.size::integer AS size, (SELECT count(*)::integer FROM ledger.pending) AS pending,
         c.size AS kept, c.made, current_setting('server_version') AS database,
         pg_database_size(current_database())::float8 AS bytes,
         (SELECT count(*)::integer FROM state.certificates WHERE state IN ('numbered', 'prepared')) AS unfinished
       FROM ledger.head h
         LEFT JOIN LATERAL (SELECT size, made FROM ledger.checkpoints ORDER BY size DESC LIMIT 1) c ON true`,
    );
    const failing: InstallationFacts['failing'] = await this.dataSource.query(
      `SELECT c.number, i.failures, i.failure FROM state.certificates c
         JOIN work.certificate_inputs i ON i.number = c.number
       WHERE c.state IN ('numbered', 'prepared') AND i.failures > 0 ORDER BY c.issued_at LIMIT 20`,
    );
    const { kept, made, ...facts } = row!;
    return {
      ...facts,
      failing,
      ...(kept !== null &&
        made && { checkpoint: { size: Number(kept), made: formatInstant(made.getTime()) } }),
    };
  }
}
