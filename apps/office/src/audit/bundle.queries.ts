import { Injectable } from '@nestjs/common';
import { formatInstant, type AgencyId, type CertificateNumber, type Instant, type PersonId } from '#kernel';
import { TreeReader } from '#published';
import { DataSource } from 'typeorm';

/** What of the ledger goes into a bundle: everything where nothing is named. */
export interface BundleScope {
  /** Absent for the whole installation. */
  readonly agencies?: readonly AgencyId[];
  readonly from?: Instant;
  readonly to?: Instant;
  readonly case?: string;
}
export interface BundledEntry {
  readonly seq: number;
  readonly leafHash: Buffer;
  readonly body: Buffer;
}
export interface BundleTaken {
  readonly person: PersonId;
  readonly at: Instant;
  readonly scope: Readonly<Record<string, string>>;
  readonly size: number;
}

const page = 500;
/** Tiles and hashes of a tree of fixed size don't change while a bundle is made of it. */
const mostKept = 5_000;

const ofCase = `(SELECT l.id FROM state.lots l JOIN state.seizures s ON s.id = l.seizure
  WHERE s.case_number = asked.wanted OR s.reference = asked.wanted)`;
const entriesSql = `WITH asked AS (SELECT $3::uuid[] AS agencies, $4::timestamptz AS since, $5::timestamptz AS until,
    $6::text AS wanted)
  SELECT s.seq, s.leaf_hash, e.body FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry, asked
  WHERE s.seq > $1 AND s.seq < $2
    AND (asked.since IS NULL OR e.recorded >= asked.since) AND (asked.until IS NULL OR e.recorded < asked.until)
    AND (asked.agencies IS NULL OR (e.json #>> '{actor,agency}')::uuid = ANY(asked.agencies)
      OR EXISTS (SELECT 1 FROM ledger.entry_lots x JOIN state.visibility v ON v.kind = 'lot' AND v.subject = x.lot::text
        WHERE x.entry = e.id AND v.agency = ANY(asked.agencies)))
    AND (asked.wanted IS NULL OR EXISTS (SELECT 1 FROM ledger.entry_lots x WHERE x.entry = e.id AND x.lot IN ${ofCase})
      OR (e.subject_kind = 'seizure' AND EXISTS (SELECT 1 FROM state.seizures z WHERE z.id::text = e.subject_id
        AND (z.case_number = asked.wanted OR z.reference = asked.wanted))))
  ORDER BY s.seq LIMIT ${String(page)}`;

/** Reads what a bundle is made of, page by page: memory does not grow with the ledger. */
@Injectable()
export class BundleQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** The chosen entries among the first `size`, in ledger order. */
  async *entries(size: number, scope: BundleScope): AsyncGenerator<BundledEntry> {
    for (let after = -1; ;) {
      const rows: { seq: string; leaf_hash: Buffer; body: Buffer }[] = await this.dataSource.query(
        entriesSql,
        [after, size, scope.agencies ?? null, scope.from ?? null, scope.to ?? null, scope.case ?? null],
      );
      for (const { seq, leaf_hash, body } of rows) yield { seq: Number(seq), leafHash: leaf_hash, body };
      if (rows.length < page) return;
      after = Number(rows.at(-1)!.seq);
    }
  }

  /** Proofs out of the stored hashes, each of which is read once. */
  proofs(): TreeReader {
    const known = new Map<string, Promise<never[]>>();
    const query = <Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]> => {
      const key = `${sql} ${JSON.stringify(parameters)}`;
      const found = known.get(key) ?? (this.dataSource.query(sql, [...parameters]) as Promise<never[]>);
      if (known.size >= mostKept) known.clear();
      known.set(key, found);
      return found;
    };
    return new TreeReader(query, { tiles: 'ledger.tiles', leaves: 'ledger.sequence' });
  }

  /** Numbers of the certificates of the scope that have a file. */
  async certificates({ agencies, from, to, case: wanted }: BundleScope): Promise<CertificateNumber[]> {
    const rows: { number: CertificateNumber }[] = await this.dataSource.query(
      `WITH asked AS (SELECT $1::uuid[] AS agencies, $2::timestamptz AS since, $3::timestamptz AS until, $4::text AS wanted)
       SELECT c.number FROM state.certificates c, asked
       WHERE EXISTS (SELECT 1 FROM state.certificate_revisions r WHERE r.number = c.number)
         AND (asked.agencies IS NULL OR EXISTS (SELECT 1 FROM state.visibility v WHERE v.kind = 'certificate'
           AND v.subject = c.number AND v.agency = ANY(asked.agencies)))
         AND (asked.since IS NULL OR c.issued_at >= asked.since) AND (asked.until IS NULL OR c.issued_at < asked.until)
         AND (asked.wanted IS NULL OR EXISTS (SELECT 1 FROM state.batch_lines b
           WHERE b.submission = c.submission AND b.lot IN ${ofCase}))
       ORDER BY c.issued_at, c.number`,
      [agencies ?? null, from ?? null, to ?? null, wanted ?? null],
    );
    return rows.map(({ number }) => number);
  }

  /** Keeps who took what; written before the first byte leaves. */
  async note(taken: {
    id: string;
    person: PersonId;
    agency: AgencyId;
    scope: object;
    size: number;
    root: string;
    at: Instant;
  }) {
    const { id, person, agency, scope, size, root, at } = taken;
    await this.dataSource.query(
      'INSERT INTO work.audit_bundles (id, person, agency, scope, size, root, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, person, agency, JSON.stringify(scope), size, root, at],
    );
  }

  /** The last bundles that people of an agency took. */
  async taken(agency: AgencyId): Promise<BundleTaken[]> {
    const rows: { person: PersonId; at: Date; scope: BundleTaken['scope']; size: string }[] =
      await this.dataSource.query(
        'SELECT person, at, scope, size FROM work.audit_bundles WHERE agency = $1 ORDER BY at DESC LIMIT 50',
        [agency],
      );
    return rows.map(({ at, size, ...row }) => ({
      ...row,
      at: formatInstant(at.getTime()),
      size: Number(size),
    }));
  }
}
