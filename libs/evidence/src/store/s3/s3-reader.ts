import { DomainError, isSha256, type Sha256 } from '#kernel';
import { Logger } from '@nestjs/common';
import { corrupt } from '../faults.js';
import type { ObjectRecords } from '../object-records.js';
import type { Quarantine } from '../quarantine.js';
import type { S3Bucket } from './s3-bucket.js';
import { fetchChecked, type Fetched, type Place } from './s3-fetch.js';

export interface ReaderOptions {
  /** Name of the store in the records. */
  readonly store: string;
  readonly quarantine: Quarantine;
  readonly records: ObjectRecords;
}

/** Finds the right version of an object among those that the buckets have under its name. */
export class S3Reader {
  private readonly logger = new Logger('EvidenceStore');

  constructor(private readonly options: ReaderOptions) {}

  /** The object's bytes in a local file, from the first version that is right; throws `busy` `evidence.corrupt`. */
  async checked(sha256: Sha256, buckets: readonly S3Bucket[]): Promise<Fetched> {
    let found = 'no bytes';
    for await (const place of this.places(sha256, buckets)) {
      const fetched = await fetchChecked(this.options.quarantine, place, sha256);
      if (typeof fetched === 'object') return fetched;
      if (fetched === undefined) continue;
      found = fetched;
      this.logger.error(
        `${place.bucket.name}/${sha256} version ${place.version ?? 'newest'} has other bytes`,
      );
    }
    throw corrupt(sha256, found);
  }

  /** True where a version of this object in this bucket was noted as ours. */
  async isNoted(bucket: S3Bucket, sha256: Sha256): Promise<boolean> {
    const { records, store } = this.options;
    return (await records.find(store, bucket.name, nameOf(sha256))) !== undefined;
  }

  /** True where the bucket shows anything under this name. */
  async isIn(bucket: S3Bucket, sha256: Sha256): Promise<boolean> {
    const { records, store } = this.options;
    const known = await records.find(store, bucket.name, nameOf(sha256));
    if (known && (await bucket.head(sha256, known.version))) return true;
    return (await bucket.head(sha256)) !== undefined;
  }

  /** Where the bytes may lie: the retained version, the newest ones, then every other version. */
  async *places(sha256: Sha256, buckets: readonly S3Bucket[]): AsyncGenerator<Place> {
    const retained = new Map<S3Bucket, string>();
    for (const bucket of buckets) {
      const known = await this.options.records.find(this.options.store, bucket.name, nameOf(sha256));
      if (known) retained.set(bucket, known.version);
    }
    for (const [bucket, version] of retained) yield { bucket, version };
    for (const bucket of buckets) {
      await bucket.ensure();
      yield { bucket };
    }
    for (const bucket of buckets) {
      for await (const { version, isMarker } of bucket.versions(sha256)) {
        if (!isMarker && version !== retained.get(bucket)) yield { bucket, version };
      }
    }
  }
}

/** The last line of defence: nothing but 64 hex digits ever becomes the name of an object. */
export function nameOf(sha256: Sha256): Sha256 {
  if (!isSha256(sha256)) throw new DomainError('invalid', 'evidence.not-a-hash');
  return sha256;
}
