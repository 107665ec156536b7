import type { Instant, Sha256 } from '#kernel';
import type { DataSource } from 'typeorm';
import { ObjectRecords, type LockMode, type ObjectRecord } from './object-records.js';

interface Row {
  readonly bucket: string;
  readonly version: string;
  readonly mode: LockMode | null;
  readonly until: Instant | null;
  readonly held: boolean;
}

/** The memory of retained versions that all processes of an installation share. */
export class SharedObjectRecords extends ObjectRecords {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async find(store: string, bucket: string, sha256: Sha256): Promise<ObjectRecord | undefined> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT bucket, version, lock_mode AS mode, held,
         to_char(locked_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS until
       FROM work.stored_objects WHERE store = $1 AND bucket = $2 AND sha256 = $3`,
      [store, bucket, sha256],
    );
    const [row] = rows;
    if (!row) return undefined;
    const { mode, until, ...rest } = row;
    return { ...rest, sha256, ...(mode && until && { lock: { mode, until } }) };
  }

  async note(store: string, { sha256, bucket, version, lock, held }: ObjectRecord): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO work.stored_objects (store, sha256, bucket, version, lock_mode, locked_until, held)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (store, sha256, bucket) DO UPDATE
       SET version = $4, lock_mode = $5, locked_until = $6, held = $7`,
      [store, sha256, bucket, version, lock?.mode ?? null, lock?.until ?? null, held],
    );
  }
}
