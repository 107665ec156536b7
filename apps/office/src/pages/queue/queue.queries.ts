import { Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import type { Actor } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { DataSource } from 'typeorm';
import { publicationSql } from './publication-queue-sql.js';
import { adminSql, custodySql, disposalSql, officerSql, revocationSql } from './queue-sql.js';

/** Something that waits for a person. */
export interface QueueRow {
  readonly kind: string;
  /** Id or number of what it is about. */
  readonly subject: string;
  readonly reference: string;
  readonly about: string;
  readonly lots: number | null;
  /** When the clock began; null where none runs. */
  readonly since: Instant | null;
}

const sources: Partial<Record<Role, readonly string[]>> = {
  officer: officerSql,
  custodian: custodySql,
  coordinator: [...disposalSql.coordinator, ...publicationSql.coordinator],
  approver: [...disposalSql.approver, ...publicationSql.approver, ...revocationSql],
  witness: disposalSql.witness,
  issuer: [...disposalSql.issuer, ...revocationSql],
  admin: [...adminSql, ...publicationSql.admin],
};

/** What waits for each role; every statement takes the person and the agency and gives rows of one shape. */
@Injectable()
export class QueueQueries {
  constructor(private readonly dataSource: DataSource) {}

  async of({ roles, person, agency }: Actor): Promise<QueueRow[]> {
    // What two roles of one person may do waits for that person once.
    const statements = [...new Set(roles.flatMap((role) => sources[role] ?? []))];
    if (statements.length === 0) return [];
    const sql = statements.map((one) => `(${one})`).join('\nUNION ALL\n');
    const rows: (Omit<QueueRow, 'since'> & { since: Date | null })[] = await this.dataSource.query(
      `WITH me AS (SELECT $1::uuid AS person, $2::uuid AS agency) ${sql}`,
      [person, agency],
    );
    return rows.map(({ since, ...row }) => ({ ...row, since: since && formatInstant(since.getTime()) }));
  }
}
