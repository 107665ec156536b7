import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#kernel';

/** What a store may do behind the back of those who trust it, or suffer. */
export type Fault =
  | 'lets delete through'
  | 'lets multi-delete through'
  | 'says that it deleted, and keeps'
  | 'lets shorten through'
  | 'lets downgrade through'
  | 'overwrites in place'
  | 'forgets the lock'
  | 'has no locks'
  | 'loses what is written'
  | 'damages what is written'
  | 'is silent'
  | 'breaks off in the middle'
  | 'cuts what is sent'
  | 'asks for patience'
  | 'is full'
  | 'refuses everybody';

interface Version {
  readonly id: string;
  readonly bytes: Buffer;
  readonly kept: string;
  lock?: { mode: string; until: string };
}

/**
 * A small S3 server in memory, honest unless told otherwise: locks, versions and the codes of AWS. For what real
 * servers can't be made to do; it checks no signatures.
 */
export class SimulatedS3 {
  readonly faults = new Set<Fault>();
  /** Faults of this many of the next requests only; then the server is honest. */
  patience = Infinity;
  requests: string[] = [];
  /** By which locks run out. */
  clock: Clock = { now: () => Date.now() };
  private readonly buckets = new Map<string, Map<string, Version[]>>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SimulatedS3> {
    const server = createServer();
    const simulated = new SimulatedS3(server);
    server.on('request', (request, response) => void simulated.answer(request, response));
    server.listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    return simulated;
  }

  /** The EVIDENCE_STORE address. */
  get address(): string {
    return `s3://key:hidden-secret@127.0.0.1:${(this.server.address() as AddressInfo).port}/evidence?tls=no`;
  }

  /** How many versions of objects there are whose names begin so, in all buckets. */
  versionsOf(prefix: string): number {
    const objects = [...this.buckets.values()].flatMap((bucket) => [...bucket]);
    return objects.reduce(
      (sum, [name, versions]) => sum + (name.startsWith(prefix) ? versions.length : 0),
      0,
    );
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://s3');
    const [, bucket = '', key = ''] = decodeURIComponent(url.pathname).split('/');
    this.requests.push(`${request.method} ${key === '' ? bucket : key} ${url.search}`);
    if (this.patience <= 0) this.faults.clear();
    this.patience -= 1;
    if (this.has('is silent')) return;
    if (this.has('cuts what is sent') && request.method === 'PUT' && url.search === '') {
      return void request.once('data', () => request.destroy());
    }
    const body = await bytesOf(request);
    if (this.has('asks for patience')) return refuse(response, 503, 'SlowDown');
    if (this.has('is full') && request.method === 'PUT' && url.search === '') {
      return refuse(response, 507, 'XMinioStorageFull');
    }
    if (this.has('refuses everybody')) return refuse(response, 403, 'AccessDenied');
    const call = { request, response, query: url.searchParams, bucket, key, body };
    if (key === '') this.answerBucket(call);
    else this.answerObject(call);
  }

  private answerBucket({ request, response, query, bucket, body }: Call): void {
    const objects = this.buckets.get(bucket);
    if (request.method === 'PUT' && query.size === 0) this.buckets.set(bucket, objects ?? new Map());
    else if (!objects) return refuse(response, 404, 'NoSuchBucket');
    if (request.method === 'POST') return this.deleteMany(response, bucket, body.toString());
    if (request.method !== 'GET') return void response.end();
    if (query.has('object-lock')) {
      if (this.has('has no locks')) return refuse(response, 404, 'ObjectLockConfigurationNotFoundError');
      return xml(
        response,
        '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>',
      );
    }
    const listed = [...(objects ?? [])].filter(([name]) => name.startsWith(query.get('prefix') ?? ''));
    const rows = listed.flatMap(([name, versions]) =>
      versions.map(
        ({ id, bytes, kept }) =>
          `<Version><Key>${name}</Key><VersionId>${id}</VersionId><Size>${bytes.length}</Size>` +
          `<LastModified>${kept}</LastModified><ETag>e</ETag></Version>`,
      ),
    );
    xml(response, `<ListVersionsResult>${rows.join('')}</ListVersionsResult>`);
  }

  private answerObject(call: Call): void {
    const { request, response, query, bucket, key } = call;
    const objects = this.buckets.get(bucket);
    if (!objects) return refuse(response, 404, 'NoSuchBucket');
    if (request.method === 'PUT' && !query.has('retention')) return this.put(call);
    const versions = objects.get(key) ?? [];
    const id = query.get('versionId');
    const version = id === null ? versions.at(-1) : versions.find((each) => each.id === id);
    if (!version) return refuse(response, 404, id === null ? 'NoSuchKey' : 'NoSuchVersion');
    if (query.has('retention')) return this.retention(call, version);
    if (request.method === 'DELETE') return this.remove(call, version);
    response.setHeader('x-amz-version-id', version.id);
    response.setHeader('content-length', version.bytes.length);
    if (request.method === 'HEAD') return void response.end();
    if (!this.has('breaks off in the middle')) return void response.end(version.bytes);
    response.write(version.bytes.subarray(0, version.bytes.length / 2), () => response.destroy());
  }

  private put({ request, response, bucket, key, body }: Call): void {
    const { headers } = request;
    const expected = headers['x-amz-content-sha256'];
    if (expected !== createHash('sha256').update(body).digest('hex')) {
      return refuse(response, 400, 'XAmzContentSHA256Mismatch');
    }
    const id = randomUUID();
    const bytes = this.has('damages what is written') ? Buffer.from(body).fill(0, 0, 1) : body;
    const mode = headers['x-amz-object-lock-mode'];
    const until = headers['x-amz-object-lock-retain-until-date'];
    const isLocked = mode && until && !this.has('forgets the lock') && !this.has('has no locks');
    const version: Version = {
      id,
      bytes,
      kept: new Date().toISOString(),
      ...(isLocked && { lock: { mode: String(mode), until: String(until) } }),
    };
    const objects = this.buckets.get(bucket)!;
    const before = objects.get(key) ?? [];
    if (this.has('overwrites in place') && before.length > 0) {
      const [last] = before.slice(-1);
      objects.set(key, [...before.slice(0, -1), { ...version, id: last!.id }]);
    } else if (!this.has('loses what is written')) objects.set(key, [...before, version]);
    response.setHeader('x-amz-version-id', id);
    response.end();
  }

  private retention({ request, response, body }: Call, version: Version): void {
    if (request.method === 'GET') {
      if (!version.lock) return refuse(response, 404, 'NoSuchObjectLockConfiguration');
      const { mode, until } = version.lock;
      return xml(
        response,
        `<Retention><Mode>${mode}</Mode><RetainUntilDate>${until}</RetainUntilDate></Retention>`,
      );
    }
    if (this.has('has no locks')) return refuse(response, 400, 'InvalidRequest');
    const asked = {
      mode: /<Mode>(\w+)</.exec(String(body))![1]!,
      until: /<RetainUntilDate>(.+?)</.exec(String(body))![1]!,
    };
    const { lock } = version;
    const shorter = lock && asked.until < lock.until && !this.has('lets shorten through');
    const weaker =
      lock?.mode === 'COMPLIANCE' && asked.mode !== lock.mode && !this.has('lets downgrade through');
    if (shorter || weaker) return refuse(response, 403, 'AccessDenied');
    if (!this.has('forgets the lock')) version.lock = asked;
    response.end();
  }

  private remove({ response, bucket, key }: Call, version: Version): void {
    const isHeld = version.lock && Date.parse(version.lock.until) > this.clock.now();
    if (isHeld && !this.has('lets delete through') && !this.has('says that it deleted, and keeps')) {
      return refuse(response, 403, 'AccessDenied');
    }
    if (!isHeld || this.has('lets delete through')) this.drop(bucket, key, version.id);
    response.writeHead(204).end();
  }

  private deleteMany(response: ServerResponse, bucket: string, body: string): void {
    const refusals: string[] = [];
    for (const [, key = '', id = ''] of body.matchAll(/<Key>(.+?)<\/Key>\s*<VersionId>(.+?)<\/VersionId>/g)) {
      if (this.has('lets multi-delete through')) this.drop(bucket, key, id);
      else refusals.push(`<Error><Key>${key}</Key><Code>AccessDenied</Code></Error>`);
    }
    xml(response, `<DeleteResult>${refusals.join('')}</DeleteResult>`);
  }

  private drop(bucket: string, key: string, id: string): void {
    const objects = this.buckets.get(bucket)!;
    objects.set(
      key,
      (objects.get(key) ?? []).filter((each) => each.id !== id),
    );
  }

  private has(fault: Fault): boolean {
    return this.faults.has(fault);
  }
}

interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly bucket: string;
  readonly key: string;
  readonly body: Buffer;
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function xml(response: ServerResponse, text: string): void {
  response.setHeader('content-type', 'application/xml').end(text);
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
}
