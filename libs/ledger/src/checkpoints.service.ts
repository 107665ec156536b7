import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock, type Sha256 } from '#kernel';
import { formatCheckpoint, fromHex, signNote } from '#merkle';
import { DataSource } from 'typeorm';
import { Integrator } from './integrator.js';
import { LedgerQueries } from './ledger.queries.js';
import { LogKey } from './log-key.js';
import { CLOCK } from './tokens.js';

export interface KeptCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Sha256;
  /** The signed note (C2SP tlog-checkpoint), verbatim. */
  readonly note: string;
}

/** Signs and keeps checkpoints of the whole tree. */
@Injectable()
export class Checkpoints {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: LedgerQueries,
    private readonly integrator: Integrator,
    private readonly key: LogKey,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A checkpoint that covers everything recorded so far; the one that stands is given again if nothing is new. */
  async make(): Promise<KeptCheckpoint> {
    await this.integrator.integrate();
    const { size, root } = await this.queries.head();
    const note = signNote(formatCheckpoint({ origin: this.key.origin, size, root }), this.key.signer);
    await this.dataSource.query('SELECT ledger.keep_checkpoint($1, $2, $3, $4)', [
      size,
      fromHex(root),
      note,
      formatInstant(this.clock.now()),
    ]);
    return { origin: this.key.origin, size, root, note };
  }

  /** The newest kept checkpoint; makes the first one where there is none. */
  async latest(): Promise<KeptCheckpoint> {
    const [row] = await this.dataSource.query(
      'SELECT size, root, note FROM ledger.checkpoints ORDER BY size DESC LIMIT 1',
    );
    if (!row) return this.make();
    return {
      origin: this.key.origin,
      size: Number(row.size),
      root: (row.root as Buffer).toString('hex') as Sha256,
      note: row.note as string,
    };
  }

  /** Every kept checkpoint, smallest first. */
  async all(): Promise<{ size: number; root: Sha256; note: string }[]> {
    const rows: { size: string; root: Buffer; note: string }[] = await this.dataSource.query(
      'SELECT size, root, note FROM ledger.checkpoints ORDER BY size',
    );
    return rows.map((row) => ({
      size: Number(row.size),
      root: row.root.toString('hex') as Sha256,
      note: row.note,
    }));
  }
}
