import { formatInstant, newId, type Clock, type Instant } from '#kernel';
import { createHash, randomBytes } from 'node:crypto';
import { RETENTION_MODES } from 'minio';
import { judged, type Probe, type ProbeAttempt, type ProbeStep } from '../probe.js';
import type { S3Bucket } from './s3-bucket.js';
import { described, s3CodeOf } from './s3-errors.js';

const hour = 3600 * 1000;
const canaries = 'probe-';
/** What servers answer where a lock forbids something: AWS and RGW the first, MinIO the second. */
const refusals = new Set(['AccessDenied', 'InvalidRequest']);

/** Turns what the attempts gave into a verdict; a store that does not answer proves nothing. */
export async function probed(attempts: () => Promise<ProbeStep[]>): Promise<Probe> {
  try {
    return judged(await attempts());
  } catch {
    return { steps: [], doubt: 'unreachable' };
  }
}

/** Locks a canary in a bucket and tries everything that its lock must forbid. Throws where the store is away. */
export async function probeBucket(bucket: S3Bucket, clock: Clock): Promise<ProbeStep[]> {
  try {
    await bucket.ensure();
  } catch (error) {
    const answer = s3CodeOf(error);
    if (answer === undefined) throw error;
    return [{ place: bucket.name, attempt: 'lock', held: false, answer }];
  }
  const canary = new Canary(bucket, clock);
  const locked = await canary.lock();
  const steps = locked.held ? [locked, ...(await canary.attack())] : [locked];
  await sweepCanaries(bucket);
  return steps;
}

/** An object of random bytes, locked for an hour, that everything is tried on. */
class Canary {
  private readonly key = `${canaries}${newId()}`;
  private readonly bytes = randomBytes(1024);
  private version = 'null';

  constructor(
    private readonly bucket: S3Bucket,
    private readonly clock: Clock,
  ) {}

  /** Held where the lock reads back as it was asked for. */
  async lock(): Promise<ProbeStep> {
    const { mode } = this.bucket.options;
    const until = this.later(1);
    try {
      this.version = await this.put(this.bytes, until);
    } catch (error) {
      return this.step('lock', false, answerOf(error));
    }
    const found = await this.bucket.lockOf(this.key, this.version);
    const held = found?.mode === mode && Math.abs(Date.parse(found.until) - Date.parse(until)) < 2000;
    return this.step('lock', held, found ? `${found.mode} ${held ? 'read back' : found.until}` : 'no lock');
  }

  async attack(): Promise<ProbeStep[]> {
    const { client } = this.bucket.gateway;
    const { name } = this.bucket;
    const steps = [
      await this.refused('delete', () => client.removeObject(name, this.key, { versionId: this.version })),
      await this.refused('multi-delete', () => this.deleteMany()),
      await this.refused('shorten', () =>
        this.bucket.lock(this.key, this.version, { mode: this.bucket.options.mode, until: this.later(0.1) }),
      ),
    ];
    if (this.bucket.options.mode === 'COMPLIANCE') {
      steps.push(
        await this.refused('downgrade', () =>
          client.putObjectRetention(name, this.key, {
            versionId: this.version,
            mode: RETENTION_MODES.GOVERNANCE,
            retainUntilDate: this.later(1),
          }),
        ),
      );
    }
    return [...steps, await this.overwrite(), await this.readBack()];
  }

  /** A delete of many is answered with success; the refusal stands in its paper, object by object. */
  private async deleteMany(): Promise<void> {
    const { client } = this.bucket.gateway;
    const answers = await client.removeObjects(this.bucket.name, [
      { name: this.key, versionId: this.version },
    ]);
    const refusal = answers.find((answer) => answer?.Error !== undefined || 'Code' in (answer ?? {}));
    const code = refusal && ((refusal as { Code?: string }).Code ?? refusal.Error?.Code);
    if (code) throw new Refused(code);
  }

  /** Writing over the name may succeed: it makes a version beside the locked one. */
  private async overwrite(): Promise<ProbeStep> {
    try {
      // Locked for an hour too, or the bucket's default would keep it for decades.
      const version = await this.put(randomBytes(10), this.later(1));
      return this.step('overwrite', version !== this.version, 'a version beside it');
    } catch (error) {
      const code = answerOf(error);
      return this.step('overwrite', refusals.has(code), code);
    }
  }

  /** After all that, the locked version is there, byte for byte. */
  private async readBack(): Promise<ProbeStep> {
    try {
      const chunks: Buffer[] = [];
      const { source } = await this.bucket.get(this.key, this.version);
      for await (const chunk of source) chunks.push(chunk as Buffer);
      const same = Buffer.concat(chunks).equals(this.bytes);
      return this.step('read-back', same, same ? 'unchanged' : 'other bytes');
    } catch (error) {
      return this.step('read-back', false, answerOf(error));
    }
  }

  /** Held where the store refuses with a code of a lock; no answer at all is no refusal. */
  private async refused(attempt: ProbeAttempt, work: () => Promise<unknown>): Promise<ProbeStep> {
    try {
      await work();
      return this.step(attempt, false, 'done');
    } catch (error) {
      const code = answerOf(error);
      return this.step(attempt, refusals.has(code), code);
    }
  }

  private async put(bytes: Buffer, until: Instant): Promise<string> {
    const { client, tls, region } = this.bucket.gateway;
    const hash = (name: string) => createHash(name).update(bytes);
    const answer = await client.makeRequestStreamAsync(
      {
        method: 'PUT',
        bucketName: this.bucket.name,
        objectName: this.key,
        headers: {
          'content-length': String(bytes.length),
          'content-md5': hash('md5').digest('base64'),
          'x-amz-object-lock-mode': this.bucket.options.mode,
          'x-amz-object-lock-retain-until-date': until,
        },
      },
      bytes,
      tls ? '' : hash('sha256').digest('hex'),
      [200],
      region,
    );
    answer.resume();
    return String(answer.headers['x-amz-version-id'] ?? 'null');
  }

  private later(hours: number): Instant {
    // Whole seconds: a store may keep no more.
    return formatInstant(Math.ceil((this.clock.now() + hours * hour) / 1000) * 1000);
  }

  private step(attempt: ProbeAttempt, held: boolean, answer: string): ProbeStep {
    return { place: this.bucket.name, attempt, held, answer };
  }
}

class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

function answerOf(error: unknown): string {
  return error instanceof Refused ? error.code : (s3CodeOf(error) ?? described(error));
}

/** Removes canaries of earlier probes whose locks have run out; the others stay. */
async function sweepCanaries(bucket: S3Bucket): Promise<void> {
  for await (const { key, version } of bucket.versions(canaries)) {
    await bucket.remove(key, version).catch(() => undefined);
  }
}
