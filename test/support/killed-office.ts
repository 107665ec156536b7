import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { newId } from '#kernel';
import { freePort } from '../../libs/platform/src/embedded-postgres/watched-server.js';
import type { Answer, AnswerBody, SignedClient, TestOffice } from './office.js';

const limitMs = 60_000;
const loader = pathToFileURL(join(process.cwd(), 'test/support/typescript.mjs')).href;

/** A write that was answered, as it can be sent again. */
export interface Acknowledged {
  readonly answer: AnswerBody;
  /** Sends the very same request under the very same key. */
  again(): Promise<Answer<AnswerBody>>;
}

/**
 * The staff application in a process of its own beside `office`, on the same database and store, which is killed by
 * kill -9 while it works. Its clients send a write again under the same key until it is answered, as a browser does.
 */
export class KilledOffice {
  readonly acknowledged: Acknowledged[] = [];
  kills = 0;
  private child: ChildProcess | undefined;
  private starting: Promise<void> | undefined;
  private url = '';
  private killAfterMs: number | undefined;

  constructor(private readonly office: TestOffice) {}

  /** What {@link Scenario} works with: everything goes to the process that is killed. */
  get asOffice(): TestOffice {
    return { ...this.office, as: (username) => this.as(username) };
  }

  /** The next write is met by kill -9, so many milliseconds after it was sent. */
  killDuringNextWrite(afterMs: number): void {
    this.killAfterMs = afterMs;
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  private async as(username: string): Promise<SignedClient> {
    const client = await this.office.as(username);
    const headers = { authorization: `Bearer ${client.token}` };
    const json = { ...headers, 'content-type': 'application/json' };
    const keyed = (method: string, path: string, body: unknown, more: Record<string, string> = {}) => {
      const key = { 'idempotency-key': newId<string>() };
      return this.write(path, { method, headers: { ...json, ...key, ...more }, body: JSON.stringify(body) });
    };
    return {
      ...client,
      get: (path, more = {}) => this.untilAnswered(path, { headers: { ...headers, ...more } }),
      post: (path, body = {}, more) => keyed('POST', path, body, more) as never,
      put: (path, body, more) => keyed('PUT', path, body, more) as never,
      putBytes: (path, bytes, more) => {
        const request = { method: 'PUT', headers: { ...headers, ...more }, body: bytes as never };
        return this.write(path, request) as never;
      },
    };
  }

  private async write(path: string, request: RequestInit): Promise<Answer<AnswerBody>> {
    const answer = await this.untilAnswered<AnswerBody>(path, request);
    if (answer.status < 300 && answer.body?.entry) {
      const again = () => this.untilAnswered<AnswerBody>(path, request);
      this.acknowledged.push({ answer: answer.body, again });
    }
    return answer;
  }

  private async untilAnswered<T>(path: string, request: RequestInit): Promise<Answer<T>> {
    for (const end = performance.now() + limitMs; performance.now() < end;) {
      await this.running();
      try {
        const sent = fetch(this.url + path, request);
        if (request.method !== undefined) await this.killIfDue(sent);
        const response = await sent;
        const bytes = Buffer.from(await response.arrayBuffer());
        const isJson = response.headers.get('content-type')?.includes('json') ?? false;
        const body = (isJson ? JSON.parse(bytes.toString('utf8')) : bytes.toString('utf8')) as T;
        return { status: response.status, headers: response.headers, body, bytes };
      } catch (error) {
        // What fetch throws where the connection ends comes of another realm than the test.
        if ((error as Error).name !== 'TypeError') throw error;
      }
    }
    throw new Error(`${path} is never answered`);
  }

  private async killIfDue(sent: Promise<unknown>): Promise<void> {
    const { killAfterMs: afterMs, child } = this;
    if (afterMs === undefined || !child) return;
    this.killAfterMs = undefined;
    await Promise.race([delay(afterMs), sent.catch(() => undefined)]);
    this.kills += 1;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  /** Settles when a process answers; starts one where the last was killed. */
  private async running(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) {
      this.starting ??= this.start().finally(() => (this.starting = undefined));
    }
    await this.starting;
  }

  private async start(): Promise<void> {
    const port = await freePort();
    this.url = `http://127.0.0.1:${port}`;
    const { database, dataDirectory } = this.office;
    this.child = fork(join(process.cwd(), 'apps/office/src/main.ts'), [], {
      execArgv: ['--conditions=source', '--import', loader],
      env: {
        ...{ PATH: process.env['PATH'], NODE_ENV: 'test', LOG_LEVEL: 'fatal', OFFICE_PORT: String(port) },
        ...{ DATA_DIR: dataDirectory, DATABASE_URL: database.appUrl, LOG_ORIGIN: 'ledger.test/office' },
      },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    for (const end = performance.now() + limitMs; performance.now() < end; await delay(20)) {
      const ready = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      await ready?.arrayBuffer();
      if (ready?.ok) return;
    }
    throw new Error('the office does not start');
  }
}
