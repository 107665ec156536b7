import type { Clock, Sha256 } from '#kernel';
import { Logger } from '@nestjs/common';
import {
  EvidenceStore,
  type Expected,
  type ListedObject,
  type ObjectKind,
  type OpenedObject,
  type Received,
} from '../evidence-store.js';
import { corrupt, isCorrupt, storeUnreachable } from '../faults.js';
import type { ObjectRecords } from '../object-records.js';
import type { Probe } from '../probe.js';
import type { Quarantine } from '../quarantine.js';
import { shownAddress, type S3Address } from './s3-address.js';
import { S3Bucket } from './s3-bucket.js';
import { S3Gateway, type GatewayOptions } from './s3-gateway.js';
import { isAbsent, s3CodeOf } from './s3-errors.js';
import { listedIn } from './s3-listing.js';
import { probeBucket, probed } from './s3-probe.js';
import { nameOf, S3Reader } from './s3-reader.js';
import { retained } from './s3-retention.js';

export interface S3StoreOptions {
  readonly address: S3Address;
  /** Local directory for bytes on their way. */
  readonly quarantine: Quarantine;
  readonly records: ObjectRecords;
  readonly clock: Clock;
  /** For how many years objects are retained, by what they are. */
  readonly years: { readonly evidence: number; readonly certificates: number };
  readonly gateway?: GatewayOptions;
}

/** The right version of an object that is there already, and whether it is noted. */
interface Standing {
  readonly version: string;
  readonly known: boolean;
}

/**
 * Objects in two buckets of an S3 server: evidence under GOVERNANCE, certificates and checkpoints under COMPLIANCE,
 * which nobody shortens. The name of an object is its hash. What is read is the version that was retained, whatever
 * was written over it since; the hash decides in any case.
 */
export class S3Store extends EvidenceStore {
  readonly name: string;
  private readonly logger = new Logger('EvidenceStore');
  private readonly gateway: S3Gateway;
  private readonly evidence: S3Bucket;
  private readonly certificates: S3Bucket;
  private readonly buckets: readonly S3Bucket[];
  private readonly reader: S3Reader;
  private readonly keeping = new Map<string, Promise<void>>();

  constructor(private readonly options: S3StoreOptions) {
    super();
    const { address, years } = options;
    this.name = shownAddress(address);
    this.gateway = new S3Gateway(address, options.gateway);
    this.evidence = new S3Bucket(this.gateway, {
      name: address.bucket,
      mode: 'GOVERNANCE',
      years: years.evidence,
    });
    this.certificates = new S3Bucket(this.gateway, {
      name: `${address.bucket}-certificates`,
      mode: 'COMPLIANCE',
      years: years.certificates,
    });
    this.buckets = [this.evidence, this.certificates];
    const { quarantine, records } = options;
    this.reader = new S3Reader({ store: this.name, quarantine, records });
  }

  receive(source: AsyncIterable<Uint8Array>, expected: Expected): Promise<Received> {
    return this.options.quarantine.receive(source, expected);
  }

  /** What is not noted is sent: a version more does no harm, and nobody's bytes under this name can get in its way. */
  keep(received: Received, kind: ObjectKind = 'evidence'): Promise<void> {
    return this.keepOnce(received, kind, async (bucket) =>
      (await this.reader.isNoted(bucket, received.sha256))
        ? this.standing(bucket, received.sha256)
        : undefined,
    );
  }

  repair(received: Received, kind: ObjectKind = 'evidence'): Promise<void> {
    return this.keepOnce(received, kind, (bucket) =>
      this.standing(bucket, received.sha256).catch((error: unknown) => {
        // The wrong version stays beside the right one, which is noted and read from now on.
        if (isCorrupt(error)) return undefined;
        throw error;
      }),
    );
  }

  discard(received: Received): Promise<void> {
    return this.options.quarantine.discard(received);
  }

  async open(sha256: Sha256): Promise<OpenedObject> {
    const { file, size } = await this.told(() => this.reader.checked(sha256, this.buckets));
    return { size, stream: file.createReadStream({ start: 0, autoClose: true }) };
  }

  stat(sha256: Sha256): Promise<{ size: number } | undefined> {
    return this.told(async () => {
      for await (const { bucket, version } of this.reader.places(sha256, this.buckets)) {
        const found = await bucket.head(sha256, version);
        if (found) return { size: found.size };
      }
      return undefined;
    });
  }

  list(after?: Sha256): AsyncGenerator<ListedObject> {
    return listedIn(this.buckets, after);
  }

  remove(sha256: Sha256): Promise<boolean> {
    return this.told(async () => {
      for (const bucket of this.buckets) {
        await bucket.ensure();
        for await (const { key, version } of bucket.versions(nameOf(sha256))) {
          if (!(await this.removed(bucket, key, version))) return false;
        }
      }
      return true;
    });
  }

  hold(sha256: Sha256, on: boolean): Promise<boolean> {
    return this.told(async () => {
      if (!(await this.evidence.ensure())) return false;
      const known = await this.options.records.find(this.name, this.evidence.name, nameOf(sha256));
      const version = known?.version ?? (await this.evidence.head(sha256))?.version;
      if (version === undefined) throw corrupt(sha256, 'no bytes');
      await this.evidence.hold(sha256, version, on);
      const record = known ?? { sha256, bucket: this.evidence.name, version };
      await this.options.records.note(this.name, { ...record, held: on });
      return true;
    });
  }

  probe(): Promise<Probe> {
    const { clock } = this.options;
    return probed(async () => [
      ...(await probeBucket(this.evidence, clock)),
      ...(await probeBucket(this.certificates, clock)),
    ]);
  }

  sweepQuarantine(nowMs: number): Promise<number> {
    return this.options.quarantine.sweep(nowMs);
  }

  override close(): void {
    this.gateway.close();
  }

  /** All that arrive while a transfer runs hold the same bytes: one answers for all. */
  private async keepOnce(
    received: Received,
    kind: ObjectKind,
    standing: (bucket: S3Bucket) => Promise<Standing | undefined>,
  ): Promise<void> {
    const bucket = kind === 'evidence' ? this.evidence : this.certificates;
    const key = `${bucket.name} ${received.sha256}`;
    const running =
      this.keeping.get(key) ??
      this.told(() => this.keepIn(bucket, received, standing)).finally(() => this.keeping.delete(key));
    this.keeping.set(key, running);
    await running;
    await this.discard(received);
  }

  /** Puts the bytes, reads back what the store says of them, and notes the version that is retained. */
  private async keepIn(
    bucket: S3Bucket,
    received: Received,
    standing: (bucket: S3Bucket) => Promise<Standing | undefined>,
  ): Promise<void> {
    const { sha256, size } = received;
    const locks = await bucket.ensure();
    const there = await standing(bucket);
    if (there?.known) return;
    const version = there?.version ?? (await bucket.put(received));
    // A store that says yes and lost the write is found out before the upload is acknowledged.
    const head = await bucket.head(sha256, version);
    if (head?.size !== size) {
      this.logger.error(`the store took ${bucket.name}/${sha256} and does not have it`);
      throw storeUnreachable();
    }
    const lock = locks
      ? await retained(bucket, { key: sha256, ...head, version }, this.options.clock)
      : undefined;
    if (locks && !lock) this.logger.error(`${bucket.name}/${sha256} is not retained`);
    await this.options.records.note(this.name, {
      sha256,
      bucket: bucket.name,
      version,
      ...(lock && { lock }),
      held: false,
    });
  }

  /** An object that is there already, checked; throws `evidence.corrupt` where its bytes are others. */
  private async standing(bucket: S3Bucket, sha256: Sha256): Promise<Standing | undefined> {
    if (!(await this.reader.isIn(bucket, sha256))) return undefined;
    const { file, version } = await this.reader.checked(sha256, [bucket]);
    await file.close();
    const known = await this.options.records.find(this.name, bucket.name, sha256);
    return { version, known: known?.version === version };
  }

  private async removed(bucket: S3Bucket, key: string, version: string): Promise<boolean> {
    try {
      await this.gateway.attempt(() => bucket.remove(key, version));
      return true;
    } catch (error) {
      if (isAbsent(error)) return true;
      if (s3CodeOf(error) !== undefined) return false;
      throw error;
    }
  }

  private told<T>(work: () => Promise<T>): Promise<T> {
    return this.gateway.told(work);
  }
}
