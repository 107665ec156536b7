import { Injectable } from '@nestjs/common';
import type { DataOf } from '#entries';
import type { EntryId, Instant } from '#kernel';
import { DataSource } from 'typeorm';
import type { ProbeDoubt } from './store/probe.js';
import { EvidenceStore } from './store/evidence-store.js';

/** What is known of the store's write-once protection: the newest recorded probe. */
export interface RecordedProbe {
  readonly store: string;
  /** Absent where protection is proven. */
  readonly doubt?: ProbeDoubt;
  readonly steps: DataOf<'store.probed'>['steps'];
  readonly recorded: Instant;
  readonly entry: EntryId;
}

@Injectable()
export class StoreProbeQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: EvidenceStore,
  ) {}

  /** The newest probe of the store that is in use; undefined before the worker made one. */
  async newest(): Promise<RecordedProbe | undefined> {
    const rows: (Omit<RecordedProbe, 'doubt'> & { doubt: ProbeDoubt | null })[] = await this.dataSource.query(
      `SELECT store, doubt, steps, entry,
         to_char(recorded AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS recorded
       FROM state.store_probes WHERE store = $1 ORDER BY recorded DESC, entry DESC LIMIT 1`,
      [this.store.name],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { doubt, ...rest } = row;
    return { ...rest, ...(doubt && { doubt }) };
  }
}
