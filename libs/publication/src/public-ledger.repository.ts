import { Injectable } from '@nestjs/common';
import { formatInstant, type CertificateNumber, type Instant, type Sha256 } from '#kernel';
import type { CodedName, Figures } from '#published';
import { DataSource } from 'typeorm';
import type { ReleasedReport } from './snapshot/build-snapshot.js';
import type { CaseBalance } from './snapshot/open-goods.js';

/** Entries that change what is published. */
const changing = ['report.released', 'report.withdrawn', 'certificate.revoked', 'certificate.issued'];

interface ReportRow {
  number: CertificateNumber;
  issued_at: Date;
  released_at: string;
  agency: string;
  agency_zh: string;
  agency_en: string;
  figures: Figures;
  revoked_at: string | null;
  superseded_at: string | null;
  withdrawn_at: string | null;
}

/** Reads the ledger up to a checkpoint, and keeps what is made public of it. */
@Injectable()
export class PublicLedgerRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Sequence number of the last entry that changes what is published; -1 before the first release. */
  async lastChange(): Promise<number> {
    const [row] = await this.dataSource.query(
      `SELECT coalesce(max(s.seq), -1) AS last FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
       WHERE e.type = ANY($1) AND EXISTS (SELECT 1 FROM ledger.entries r WHERE r.type = 'report.released')`,
      [changing],
    );
    return Number((row as { last: string }).last);
  }

  /** Size and time of the newest snapshot. */
  async newest(): Promise<{ number: number; size: number; made: number } | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT number, size, made FROM published.snapshots ORDER BY number DESC LIMIT 1',
    );
    if (!row) return undefined;
    const { number, size, made } = row as { number: number; size: string; made: Date };
    return { number, size: Number(size), made: made.getTime() };
  }

  async checkpointMade(size: number): Promise<Instant> {
    const [row] = await this.dataSource.query('SELECT made FROM ledger.checkpoints WHERE size = $1', [size]);
    return formatInstant((row as { made: Date }).made.getTime());
  }

  async reports(size: number): Promise<ReleasedReport[]> {
    const rows: ReportRow[] = await this.dataSource.query(reports, [size]);
    return rows.map((row) => {
      const at = row.revoked_at ?? row.superseded_at ?? row.withdrawn_at;
      const agency: CodedName = { code: row.agency, zh: row.agency_zh, en: row.agency_en };
      return {
        event: {
          ...row.figures,
          certificate: row.number,
          issuedAt: formatInstant(row.issued_at.getTime()),
          releasedAt: row.released_at as Instant,
          agency,
        },
        ...(at !== null && {
          ended: {
            state: row.revoked_at ? 'revoked' : row.superseded_at ? 'superseded' : 'withdrawn',
            at: at as Instant,
          },
        }),
      };
    });
  }

  /** Sums of the postings by case, unit and account; `numbers` are the certificates whose reports count. */
  async balances(size: number, asOf: Instant, numbers: readonly CertificateNumber[]): Promise<CaseBalance[]> {
    const rows: (Omit<CaseBalance, 'ageDays'> & { age: number })[] = await this.dataSource.query(balances, [
      size,
      numbers,
      asOf,
    ]);
    return rows.map(({ age, ...row }) => ({ ...row, ageDays: Math.max(0, age) }));
  }

  async decisionDays(size: number, numbers: readonly CertificateNumber[]): Promise<number[]> {
    const rows: { days: number }[] = await this.dataSource.query(decisionDays, [size, numbers]);
    return rows.map(({ days }) => Math.max(0, days));
  }

  /** Keeps a snapshot under its number; whoever comes second with the same number has made the same. */
  async keep(one: {
    number: number;
    made: Instant;
    checkpoint: { size: number; root: Sha256 };
    sha256: Sha256;
    content: Uint8Array;
  }): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO published.snapshots (number, made, size, root, sha256, content)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [one.number, one.made, one.checkpoint.size, one.checkpoint.root, one.sha256, Buffer.from(one.content)],
    );
  }
}

const numbered = `numbered AS (
    SELECT e.id, e.type, e.subject_id, e.json FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
    WHERE s.seq < $1)`;

const reports = `WITH ${numbered}
  SELECT c.number, c.issued_at, r.json ->> 'recorded' AS released_at, c.agency, c.agency_zh, c.agency_en, f.figures,
    (SELECT x.json ->> 'recorded' FROM numbered x WHERE x.type = 'certificate.revoked'
      AND x.json #>> '{data,number}' = c.number) AS revoked_at,
    (SELECT i.json ->> 'recorded' FROM numbered n JOIN numbered i ON i.type = 'certificate.issued'
      AND i.json #>> '{data,number}' = n.json #>> '{data,number}'
      WHERE n.type = 'certificate.numbered' AND n.json #>> '{data,replaces}' = c.number LIMIT 1) AS superseded_at,
    (SELECT w.json ->> 'recorded' FROM numbered w WHERE w.type = 'report.withdrawn'
      AND w.json #>> '{data,released}' = r.id::text) AS withdrawn_at
  FROM numbered r JOIN published.certificates c ON c.number = r.json #>> '{data,number}'
  JOIN published.certificate_figures f ON f.release = r.id
  WHERE r.type = 'report.released' AND NOT EXISTS (SELECT 1 FROM numbered later
    WHERE later.type = 'report.released' AND later.subject_id = r.subject_id
      AND (later.json #>> '{subject,version}')::integer > (r.json #>> '{subject,version}')::integer)
  ORDER BY c.number`;

/** Closures of the events whose batch a counted certificate stands for. */
const closures = `closures AS (
    SELECT c.id, c.json ->> 'happened' AS happened FROM numbered c JOIN numbered p ON p.subject_id = c.subject_id
    WHERE c.type = 'event.closed' AND p.type = 'event.planned' AND p.json #>> '{data,submission}' IN (
      SELECT n.json #>> '{data,submission}' FROM numbered n
      WHERE n.type = 'certificate.numbered' AND n.json #>> '{data,number}' = ANY($2)))`;

const moves = `moves AS (
    SELECT e.id AS entry, p.lot, p."from", p."to", p.amount, p.unit, e.json ->> 'happened' AS happened
    FROM numbered e CROSS JOIN LATERAL jsonb_to_recordset(coalesce(e.json -> 'postings', '[]'))
      AS p(lot uuid, "from" text, "to" text, amount numeric, unit text))`;

const balances = `WITH ${numbered}, ${closures}, ${moves},
  origins AS (
    SELECT (l ->> 'lot')::uuid AS lot, e.subject_id AS seizure, e.json ->> 'happened' AS happened
    FROM numbered e CROSS JOIN LATERAL jsonb_array_elements(e.json #> '{data,lots}') AS l
    WHERE e.type = 'seizure.registered'),
  -- Goods that were found later belong to no registered case: each lot counts as one.
  places AS (
    SELECT m.lot, m.unit, m.amount,
      CASE WHEN m."to" = 'destroyed' AND m.entry IN (SELECT id FROM closures) THEN 'released' ELSE m."to" END AS account
    FROM moves m UNION ALL SELECT m.lot, m.unit, -m.amount, m."from" FROM moves m),
  starts AS (SELECT lot, min(happened) AS happened FROM moves GROUP BY lot)
  SELECT coalesce(o.seizure, p.lot::text) AS seizure, p.unit, p.account, trim_scale(sum(p.amount))::text AS amount,
    ($3::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
      - (min(coalesce(o.happened, s.happened))::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS age
  FROM places p JOIN starts s ON s.lot = p.lot LEFT JOIN origins o ON o.lot = p.lot
  GROUP BY 1, 2, 3 HAVING sum(p.amount) <> 0 ORDER BY 1, 2, 3`;

const decisionDays = `WITH ${numbered}, ${closures}, ${moves},
  decided AS (
    SELECT d.id, (d.json #>> '{data,finalAt}')::timestamptz AS final_at, (l ->> 'lot')::uuid AS lot
    FROM numbered d CROSS JOIN LATERAL jsonb_array_elements(d.json #> '{data,lots}') AS l
    WHERE d.type = 'decision.recorded' AND d.json #>> '{data,kind}' = 'confiscation')
  SELECT (min(c.happened)::timestamptz AT TIME ZONE 'Asia/Shanghai')::date
    - (min(d.final_at) AT TIME ZONE 'Asia/Shanghai')::date AS days
  FROM decided d JOIN moves m ON m.lot = d.lot AND m."to" = 'destroyed' JOIN closures c ON c.id = m.entry
  GROUP BY d.id ORDER BY 1`;
