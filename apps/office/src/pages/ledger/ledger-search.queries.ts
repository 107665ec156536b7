import { Injectable } from '@nestjs/common';
import type { Entry } from '#entries';
import type { Instant, Sha256 } from '#kernel';
import type { NumberedEntry } from '#ledger';
import { DataSource } from 'typeorm';

/** Which entries a page of the ledger shows; absent criteria do not restrict. */
export interface LedgerSearch {
  readonly type?: string;
  /** Id of a subject, or the number by which people know it. */
  readonly subject?: string;
  /** Part of a user name or name. */
  readonly person?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  /** Number of the last entry of the page before; -1 from the start. */
  readonly after: number;
  readonly limit: number;
}

const sql = `WITH asked AS (SELECT $3::text AS type, $4::text AS subject, $5::text AS person,
    $6::timestamptz AS since, $7::timestamptz AS until)
  SELECT s.seq, s.leaf_hash, e.body FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry, asked
  WHERE s.seq > $1 AND (asked.type IS NULL OR e.type = asked.type)
    AND (asked.since IS NULL OR e.recorded >= asked.since) AND (asked.until IS NULL OR e.recorded < asked.until)
    AND (asked.person IS NULL OR e.json #>> '{actor,person}' IN (SELECT d.person::text FROM work.person_details d
      WHERE strpos(lower(normalize(d.username || chr(31) || d.name, NFKC)), asked.person) > 0))
    AND (asked.subject IS NULL OR e.subject_id = asked.subject
      OR e.id IN (SELECT x.entry FROM ledger.entry_lots x JOIN state.lots l ON l.id = x.lot
        WHERE lower(l.code) = asked.subject)
      OR e.subject_id IN (SELECT z.id::text FROM state.seizures z
          WHERE lower(z.reference) = asked.subject OR lower(z.case_number) = asked.subject
        UNION ALL SELECT b.id::text FROM state.batches b WHERE lower(b.reference) = asked.subject
        UNION ALL SELECT v.id::text FROM state.events v WHERE lower(v.reference) = asked.subject
        UNION ALL SELECT c.number FROM state.certificates c WHERE lower(c.number) = asked.subject))
  ORDER BY s.seq LIMIT $2`;

/** Finds entries of the ledger, in its order. */
@Injectable()
export class LedgerSearches {
  constructor(private readonly dataSource: DataSource) {}

  /** One entry more than `limit` where there are more. */
  async find({ type, subject, person, from, to, after, limit }: LedgerSearch): Promise<NumberedEntry[]> {
    const rows: { seq: string; leaf_hash: Buffer; body: Buffer }[] = await this.dataSource.query(sql, [
      after,
      limit + 1,
      type ?? null,
      subject ?? null,
      person ?? null,
      from ?? null,
      to ?? null,
    ]);
    return rows.map(({ seq, leaf_hash, body }) => ({
      seq: Number(seq),
      leafHash: leaf_hash.toString('hex') as Sha256,
      entry: JSON.parse(body.toString('utf8')) as Entry,
    }));
  }
}
