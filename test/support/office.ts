import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { builtInCatalogue, prcRulePack } from '#catalogue';
import { Bootstrap, type StepUpPurpose } from '#identity';
import type { Clock } from '#kernel';
import { LogKey } from '#ledger';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOffice } from '../../apps/office/src/create-office.js';
import { OfficeConfig } from '../../apps/office/src/office.config.js';
import { createTestDatabase, type TestDatabase } from './database.js';

export const demoPassword = 'demo-Only-7421';
/** As cheap as argon2id gets: a test signs in often, and its passwords protect nothing. */
const cheap = { memoryCost: 8, timeCost: 1 };

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON body; the text where it is none; undefined where there is none. */
  readonly body: T;
  readonly bytes: Buffer;
}
export type AnswerBody = ReturnType<typeof JSON.parse>;

/** Sends requests, as one signed-in person or as nobody. */
export interface Client {
  get<T = AnswerBody>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = AnswerBody>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = AnswerBody>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  putBytes<T = AnswerBody>(
    path: string,
    bytes: Uint8Array,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  delete<T = AnswerBody>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
}
export interface SignedClient extends Client {
  readonly token: string;
  readonly person: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly agency: string;
    readonly agencyId: string;
    readonly roles: readonly string[];
  };
  /** A fresh step-up of this person. */
  stepUp(purpose: StepUpPurpose, sha256: string): Promise<string>;
}

export interface TestOffice {
  readonly app: NestExpressApplication;
  readonly database: TestDatabase;
  readonly url: string;
  readonly dataDirectory: string;
  /** A client without a session. */
  readonly nobody: Client;
  /** The client of a person of the demonstration (`mr.officer1`); signs in once and again where the session ended. */
  as(username: string): Promise<SignedClient>;
  /** Signs in anew. */
  signIn(username: string, password?: string): Promise<SignedClient>;
  close(): Promise<void>;
}

/** A clock that tests move. */
export class FakeClock implements Clock {
  constructor(private ms: number = Date.now()) {}
  now(): number {
    return this.ms;
  }
  forward(ms: number): void {
    this.ms += ms;
  }
}

/**
 * Starts the staff application in this process, on a fresh database with the agencies and people of running.md.
 * `clock` is the application's only source of the present.
 */
export async function startOffice(
  options: { clock?: Clock; environment?: Partial<OfficeConfig> } = {},
): Promise<TestOffice> {
  const database = await createTestDatabase();
  const dataDirectory = mkdtempSync(join(tmpdir(), 'ledger-office-'));
  const config = Object.assign(new OfficeConfig(), {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    DATA_DIR: dataDirectory,
    DATABASE_URL: database.appUrl,
    DATABASE_POOL: 12,
    LOG_ORIGIN: 'ledger.test/office',
    ...options.environment,
  });
  const app = await createOffice(config, options.clock);
  await seed(app);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const close = async () => {
    await app.close();
    await database.drop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  return { app, database, url, dataDirectory, close, ...signedClients(url) };
}

async function seed(app: NestExpressApplication): Promise<void> {
  const bootstrap = app.get(Bootstrap, { strict: false });
  const { origin, verifierKey } = app.get(LogKey, { strict: false });
  await bootstrap.ensureInstallation({
    origin,
    logKey: verifierKey,
    rulePack: { code: prcRulePack.code, sha256: prcRulePack.hash },
    catalogue: builtInCatalogue.hash,
  });
  await bootstrap.seedDemoPeople(demoPassword, cheap);
}

function signedClients(url: string): Pick<TestOffice, 'nobody' | 'as' | 'signIn'> {
  const nobody = clientOf(url, {});
  const known = new Map<string, Promise<SignedClient>>();
  const signIn = async (username: string, password = demoPassword): Promise<SignedClient> => {
    const { status, body } = await nobody.post('/api/v1/sessions', { username, password });
    if (status !== 201) throw new Error(`${username} can't sign in: ${status} ${JSON.stringify(body)}`);
    const client = clientOf(url, { authorization: `Bearer ${body.token}` });
    const stepUp = async (purpose: StepUpPurpose, sha256: string): Promise<string> => {
      const made = await client.post('/api/v1/step-ups', { purpose, sha256, password });
      if (made.status !== 201) throw new Error(`no step-up: ${made.status} ${JSON.stringify(made.body)}`);
      return made.body.stepUp as string;
    };
    return { ...client, token: body.token, person: body.person, stepUp };
  };
  const as = async (username: string): Promise<SignedClient> => {
    const client = await known.get(username);
    if (client && (await client.get('/api/v1/me')).status === 200) return client;
    const opened = signIn(username);
    known.set(username, opened);
    return opened;
  };
  return { nobody, as, signIn };
}

function clientOf(url: string, always: Record<string, string>): Client {
  const json = { 'content-type': 'application/json' };
  const send = async (
    method: string,
    path: string,
    rest: { headers?: Record<string, string>; body?: string | Uint8Array },
  ) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...always, ...rest.headers },
      ...(rest.body !== undefined && { body: rest.body as RequestInit['body'] }),
      redirect: 'manual',
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body: parsed(response, bytes), bytes };
  };
  return {
    get: (path, headers = {}) => send('GET', path, { headers }),
    post: (path, body = {}, headers = {}) =>
      send('POST', path, {
        headers: { ...json, ...headers },
        body: JSON.stringify(body),
      }),
    put: (path, body, headers = {}) =>
      send('PUT', path, { headers: { ...json, ...headers }, body: JSON.stringify(body) }),
    putBytes: (path, bytes, headers = {}) => send('PUT', path, { headers, body: bytes }),
    delete: (path, headers = {}) => send('DELETE', path, { headers }),
  };
}

function parsed(response: Response, bytes: Buffer) {
  if (bytes.length === 0) return undefined;
  const type = response.headers.get('content-type') ?? '';
  return type.includes('json') ? (JSON.parse(bytes.toString('utf8')) as AnswerBody) : bytes.toString('utf8');
}
