import { LEGAL_HOLD_STATUS, RETENTION_MODES, RETENTION_VALIDITY_UNITS } from 'minio';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { formatInstant, type Instant } from '#kernel';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Received } from '../evidence-store.js';
import type { LockMode } from '../object-records.js';
import { isAbsent, s3CodeOf } from './s3-errors.js';
import type { S3Gateway } from './s3-gateway.js';
import { versionsOf, type Version } from './s3-versions.js';

/** Bytes of a file that are in memory at a time while it is sent. */
const pieceSize = 1_048_576;

export interface BucketOptions {
  readonly name: string;
  readonly mode: LockMode;
  /** For how long new objects are retained. */
  readonly years: number;
}

export interface Lock {
  readonly mode: LockMode;
  readonly until: Instant;
}

/** What a store says of an object without giving it. */
export interface Head {
  /** Bytes. */
  readonly size: number;
  readonly version: string;
  /** Absent where there is none, or where the store does not tell it here. */
  readonly lock?: Lock;
}

/** One bucket with versioning and Object Lock. Refusals of the store are thrown as they are. */
export class S3Bucket {
  private making: Promise<boolean> | undefined;

  constructor(
    readonly gateway: S3Gateway,
    readonly options: BucketOptions,
  ) {}

  get name(): string {
    return this.options.name;
  }

  /** Makes the bucket where it is missing; true where objects in it can be locked. */
  ensure(): Promise<boolean> {
    this.making ??= this.gateway
      .attempt(() => this.make())
      .catch((error: unknown) => {
        this.making = undefined;
        throw error;
      });
    return this.making;
  }

  /** Streams a local file in one request and constant memory; gives the version that it became. */
  async put({ path, size, sha256 }: Received): Promise<string> {
    const { tls, region, client } = this.gateway;
    const headers: Record<string, string> = {
      'content-length': String(size),
      'content-type': 'application/octet-stream',
    };
    // Over TLS the client signs no hash of the body: the MD5 is what the store can check then.
    if (tls) headers['content-md5'] = await md5Of(path);
    const target = { method: 'PUT', bucketName: this.name, objectName: sha256, headers };
    return this.gateway.attempt(async () => {
      const body = createReadStream(path, { highWaterMark: pieceSize });
      try {
        const answer = await client.makeRequestStreamAsync(target, body, tls ? '' : sha256, [200], region);
        answer.resume();
        return String(answer.headers['x-amz-version-id'] ?? 'null');
      } finally {
        body.destroy();
      }
    });
  }

  /** Size of an object or of one version, and its lock where the store tells it; undefined where it is not there. */
  head(key: string, version?: string): Promise<Head | undefined> {
    const { client, region } = this.gateway;
    const query = version === undefined ? {} : { query: `versionId=${encodeURIComponent(version)}` };
    const target = { method: 'HEAD', bucketName: this.name, objectName: key, ...query };
    return this.gateway.present(async () => {
      // The client's own `statObject` drops the lock, which would have to be asked for by another request.
      const { headers } = await client.makeRequestAsyncOmit(target, '', [200], region);
      return headOf(headers, version);
    });
  }

  /** The bytes as they come, not checked; throws what the store says where they are not there. */
  async get(key: string, version?: string): Promise<{ source: Readable; version: string }> {
    const { client } = this.gateway;
    const source = await client.getObject(
      this.name,
      key,
      version === undefined ? {} : { versionId: version },
    );
    // The client gives Node's own answer, headers and all, under a narrower type.
    const { headers } = source as IncomingMessage;
    return { source, version: version ?? String(headers['x-amz-version-id'] ?? 'null') };
  }

  /** The retention of one version as the store tells it; undefined where there is none. */
  async lockOf(key: string, version: string): Promise<Lock | undefined> {
    try {
      const found = await this.gateway.attempt(() =>
        this.gateway.client.getObjectRetention(this.name, key, { versionId: version }),
      );
      // A store that knows no locks may answer with an empty paper.
      if (!found?.mode || !found.retainUntilDate) return undefined;
      return { mode: found.mode as LockMode, until: formatInstant(Date.parse(found.retainUntilDate)) };
    } catch (error) {
      const code = s3CodeOf(error);
      if (code === undefined) throw error;
      return undefined;
    }
  }

  /** Sets or prolongs a retention. */
  async lock(key: string, version: string, { mode, until }: Lock): Promise<void> {
    await this.gateway.attempt(() =>
      this.gateway.client.putObjectRetention(this.name, key, {
        versionId: version,
        mode: RETENTION_MODES[mode],
        retainUntilDate: until,
      }),
    );
  }

  /** Sets or lifts the legal hold of one version. */
  async hold(key: string, version: string, on: boolean): Promise<void> {
    const status = on ? LEGAL_HOLD_STATUS.ENABLED : LEGAL_HOLD_STATUS.DISABLED;
    await this.gateway.attempt(() =>
      this.gateway.locking.setObjectLegalHold(this.name, key, { versionId: version, status }),
    );
  }

  /** Asks for the end of one version; the store refuses it under a lock. */
  async remove(key: string, version: string): Promise<void> {
    await this.gateway.client.removeObject(this.name, key, { versionId: version });
  }

  /** Every version under names that begin so, markers of deletion too; however many there are. */
  versions(prefix: string): AsyncGenerator<Version> {
    return versionsOf(this.gateway, this.name, { prefix });
  }

  private async make(): Promise<boolean> {
    const { client } = this.gateway;
    if (!(await client.bucketExists(this.name))) {
      try {
        await client.makeBucket(this.name, '', { ObjectLocking: true });
        await client.setBucketVersioning(this.name, { Status: 'Enabled' });
        await this.gateway.locking.setObjectLockConfig(this.name, {
          mode: RETENTION_MODES[this.options.mode],
          unit: RETENTION_VALIDITY_UNITS.YEARS,
          validity: this.options.years,
        });
      } catch (error) {
        // Another process made it in the same moment.
        const code = s3CodeOf(error);
        if (code !== 'BucketAlreadyOwnedByYou' && code !== 'BucketAlreadyExists') throw error;
      }
    }
    return this.locks();
  }

  private async locks(): Promise<boolean> {
    try {
      const found = await this.gateway.locking.getObjectLockConfig(this.name);
      return found?.objectLockEnabled === 'Enabled';
    } catch (error) {
      const code = s3CodeOf(error);
      if (code === undefined) throw error;
      // Who may not ask finds out by the locks that are read back.
      return code === 'AccessDenied' || !(isAbsent(error) || code.startsWith('ObjectLockConfiguration'));
    }
  }
}

function headOf(headers: IncomingMessage['headers'], version: string | undefined): Head {
  const mode = headers['x-amz-object-lock-mode'];
  const until = Date.parse(String(headers['x-amz-object-lock-retain-until-date']));
  const isLocked = (mode === 'GOVERNANCE' || mode === 'COMPLIANCE') && !Number.isNaN(until);
  return {
    size: Number(headers['content-length']),
    version: version ?? String(headers['x-amz-version-id'] ?? 'null'),
    ...(isLocked && { lock: { mode, until: formatInstant(until) } }),
  };
}

async function md5Of(path: string): Promise<string> {
  const hash = createHash('md5');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}
