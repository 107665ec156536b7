import type { Sha256 } from '#kernel';
import { createHash } from 'node:crypto';
import { rm, type FileHandle } from 'node:fs/promises';
import type { Quarantine } from '../quarantine.js';
import { WriteBehind } from '../write-behind.js';
import type { S3Bucket } from './s3-bucket.js';

/** A version of an object in a bucket; the newest where none is named. */
export interface Place {
  readonly bucket: S3Bucket;
  readonly version?: string;
}

export interface Fetched {
  /** Open for reading and without a name: gone when it is closed. */
  readonly file: FileHandle;
  /** Bytes. */
  readonly size: number;
  /** The version that it is. */
  readonly version: string;
}

/**
 * Brings an object here and hashes it on the way, so that nobody gets a byte of a wrong one. Gives the hash that was
 * found where it is another, undefined where there are no bytes.
 */
export function fetchChecked(
  quarantine: Quarantine,
  { bucket, version }: Place,
  sha256: Sha256,
): Promise<Fetched | string | undefined> {
  return bucket.gateway.present(async () => {
    const { source, version: taken } = await bucket.get(sha256, version);
    const { path, file } = await quarantine.file();
    try {
      await rm(path);
      const hash = createHash('sha256');
      const behind = new WriteBehind(file);
      let size = 0;
      try {
        for await (const chunk of source) {
          hash.update(chunk as Buffer);
          size += (chunk as Buffer).length;
          await behind.write(chunk as Buffer);
        }
        await behind.end();
      } finally {
        await behind.settle();
      }
      const found = hash.digest('hex');
      if (found === sha256) return { file, size, version: taken };
      await file.close();
      return found;
    } catch (error) {
      source.destroy();
      await file.close().catch(() => undefined);
      throw error;
    }
  });
}
