import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { DataSource } from 'typeorm';

/**
 * Uploads on their way: noted before their bytes are kept, so that bytes without an entry are found without listing
 * the store, and nothing is ever collected that did not come by an upload.
 */
@Injectable()
export class ArrivalsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Waits for a collection of the same bytes that is under way: what is kept after this stays.
   * @param decoded false where the full decode of the picture is still to come
   */
  async note(sha256: Sha256, decoded: boolean): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO work.evidence_arrivals (sha256, at, decoded) VALUES ($1, $2, $3)
       ON CONFLICT (sha256) DO UPDATE SET at = excluded.at, decoded = evidence_arrivals.decoded AND excluded.decoded`,
      [sha256, formatInstant(this.clock.now()), decoded],
    );
  }

  /** When an upload arrived last, in milliseconds; undefined where none has for days. */
  async latestMs(): Promise<number | undefined> {
    const [row] = await this.dataSource.query('SELECT max(at) AS at FROM work.evidence_arrivals');
    return (row as { at: Date | null }).at?.getTime();
  }

  /**
   * Photos that are recorded, arrived until `untilMs` and are still to be decoded in full, in the order in which they
   * came, at most `limit`.
   */
  undecoded(untilMs: number, limit: number): Promise<Undecoded[]> {
    return this.dataSource.query(
      `SELECT a.sha256, a.at FROM work.evidence_arrivals a
       WHERE NOT a.decoded AND a.at <= $1 AND EXISTS (SELECT 1 FROM state.photos p WHERE p.sha256 = a.sha256)
       ORDER BY a.at, a.sha256 LIMIT $2`,
      [formatInstant(untilMs), limit],
    );
  }

  /** Notes that the decode was made; not where the same bytes arrived again meanwhile, for another photo. */
  async noteDecoded({ sha256, at }: Undecoded): Promise<void> {
    await this.dataSource.query(
      'UPDATE work.evidence_arrivals SET decoded = true WHERE sha256 = $1 AND at = $2',
      [sha256, at],
    );
  }

  /** Arrivals noted before `beforeMs`, at most `limit`; without photos whose full decode is still to come. */
  async old(beforeMs: number, limit: number): Promise<Sha256[]> {
    const rows: { sha256: Sha256 }[] = await this.dataSource.query(
      `SELECT sha256 FROM work.evidence_arrivals a WHERE at < $1
         AND (decoded OR NOT EXISTS (SELECT 1 FROM state.photos p WHERE p.sha256 = a.sha256))
       ORDER BY at LIMIT $2`,
      [formatInstant(beforeMs), limit],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  /**
   * Forgets an arrival that is still older than `beforeMs`; where no entry speaks of its bytes, runs `remove` first,
   * while an upload of the same bytes waits. True where it removed.
   */
  settle(sha256: Sha256, beforeMs: number, remove: () => Promise<boolean>): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      const due: unknown[] = await tx.query(
        'SELECT 1 FROM work.evidence_arrivals WHERE sha256 = $1 AND at < $2 FOR UPDATE',
        [sha256, formatInstant(beforeMs)],
      );
      if (due.length === 0) return false;
      const [{ spoken }] = (await tx.query(spokenOf, [sha256])) as [{ spoken: boolean }];
      const removed = !spoken && (await remove());
      await tx.query('DELETE FROM work.evidence_arrivals WHERE sha256 = $1', [sha256]);
      return removed;
    });
  }
}

/** Bytes of a photo that nobody has decoded in full yet, and when they arrived last. */
export interface Undecoded {
  readonly sha256: Sha256;
  readonly at: Date;
}

// Whatever kind of entry names the hash, its bytes stay; the whole ledger is searched for few arrivals only.
const spokenOf = `
  SELECT EXISTS (SELECT 1 FROM state.photos WHERE sha256 = $1)
      OR EXISTS (SELECT 1 FROM state.documents WHERE sha256 = $1)
      OR EXISTS (SELECT 1 FROM ledger.entries WHERE strpos(json::text, $1) > 0) AS spoken`;
