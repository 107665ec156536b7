import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type Sha256 } from '#kernel';
import { DataSource } from 'typeorm';
import { known } from '../fault.queries.js';
import type { ObjectKind } from '../store/evidence-store.js';

/** How far a walk over all objects has come. */
export interface Walk {
  readonly name: 'scrub' | 'presence';
  /** The last object that was looked at; absent at the beginning of a pass. */
  readonly cursor?: Sha256;
  readonly startedMs: number;
  readonly checked: number;
  readonly bytes: number;
  /** Objects of this pass that were wrong or gone. */
  readonly faults: number;
  /** End of the last whole pass. */
  readonly finished?: Instant;
}

export interface WalkedObject {
  readonly sha256: Sha256;
  readonly kind: ObjectKind;
}

interface Row {
  readonly cursor: Sha256 | null;
  readonly started: Date;
  readonly checked: string;
  readonly bytes: string;
  readonly faults: string;
  readonly finished: Date | null;
}

/** Progress of the walks, and the objects in the order in which they are walked. */
@Injectable()
export class WalkRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The walk as it stands; begins one where there was none. */
  async load(name: Walk['name'], nowMs: number): Promise<Walk> {
    await this.dataSource.query(
      `INSERT INTO work.evidence_walks (name, started, checked, bytes, faults) VALUES ($1, $2, 0, 0, 0)
       ON CONFLICT DO NOTHING`,
      [name, formatInstant(nowMs)],
    );
    const [walk] = await this.all(name);
    return walk!;
  }

  /** Every walk that was begun, by name. */
  async all(name?: Walk['name']): Promise<Walk[]> {
    const rows: (Row & { name: Walk['name'] })[] = await this.dataSource.query(
      `SELECT name, cursor, started, checked, bytes, faults, finished FROM work.evidence_walks
       WHERE $1::text IS NULL OR name = $1 ORDER BY name`,
      [name ?? null],
    );
    return rows.map(walkOf);
  }

  async save({ name, cursor, startedMs, checked, bytes, faults, finished }: Walk): Promise<void> {
    await this.dataSource.query(
      `UPDATE work.evidence_walks SET cursor = $2, started = $3, checked = $4, bytes = $5, faults = $6, finished = $7
       WHERE name = $1`,
      [name, cursor ?? null, formatInstant(startedMs), checked, bytes, faults, finished ?? null],
    );
  }

  /** How many objects the ledger speaks of. */
  async total(): Promise<number> {
    const [row] = await this.dataSource.query(`SELECT count(DISTINCT sha256) AS n FROM (${known}) k`);
    return Number((row as { n: string }).n);
  }

  /** The next objects behind `after`. */
  async next(after: Sha256 | undefined, limit: number): Promise<WalkedObject[]> {
    return this.dataSource.query(
      `SELECT sha256, CASE WHEN bool_or(kind <> 'certificate') THEN 'evidence' ELSE 'certificate' END AS kind
       FROM (${known}) k WHERE $1::text IS NULL OR sha256 > $1 GROUP BY sha256 ORDER BY sha256 LIMIT $2`,
      [after ?? null, limit],
    );
  }

  /** What the walk itself would do with this object: where it is kept. */
  async kindOf(sha256: Sha256): Promise<ObjectKind> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM (${known}) k WHERE sha256 = $1 AND kind <> 'certificate' LIMIT 1`,
      [sha256],
    );
    return rows.length > 0 ? 'evidence' : 'certificate';
  }

  /** Objects that the second copy does not have yet; those whose fault stands are left out. */
  async uncopied(store: string, limit: number): Promise<WalkedObject[]> {
    return this.dataSource.query(
      `SELECT sha256, CASE WHEN bool_or(kind <> 'certificate') THEN 'evidence' ELSE 'certificate' END AS kind
       FROM (${known}) k
       WHERE NOT EXISTS (SELECT 1 FROM work.evidence_copies c WHERE c.store = $1 AND c.sha256 = k.sha256)
         AND NOT EXISTS (SELECT 1 FROM state.evidence_faults f WHERE f.sha256 = k.sha256 AND f.repaired IS NULL)
       GROUP BY sha256 ORDER BY sha256 LIMIT $2`,
      [store, limit],
    );
  }

  async noteCopy(store: string, sha256: Sha256): Promise<void> {
    await this.dataSource.query(
      'INSERT INTO work.evidence_copies (store, sha256) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [store, sha256],
    );
  }

  async copies(store: string): Promise<number> {
    const [row] = await this.dataSource.query(
      'SELECT count(*) AS n FROM work.evidence_copies WHERE store = $1',
      [store],
    );
    return Number((row as { n: string }).n);
  }
}

function walkOf({
  name,
  cursor,
  started,
  checked,
  bytes,
  faults,
  finished,
}: Row & { name: Walk['name'] }): Walk {
  return {
    name,
    ...(cursor !== null && { cursor }),
    startedMs: started.getTime(),
    checked: Number(checked),
    bytes: Number(bytes),
    faults: Number(faults),
    ...(finished !== null && { finished: formatInstant(finished.getTime()) }),
  };
}
