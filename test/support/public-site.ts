import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createPublic } from '../../apps/public/src/create-public.js';
import { PublicConfig } from '../../apps/public/src/public.config.js';
import type { AnswerBody } from './office.js';

export interface Shown {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}
export interface TestPublicSite {
  readonly url: string;
  /** Asks for a page, or for anything else with its own `accept`. */
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string }>;
  /** Checks a file; the answer is JSON. */
  verify(file: Uint8Array, headers?: Record<string, string>): Promise<Shown>;
  /** Asks by number; the answer is JSON. */
  number(number: string, headers?: Record<string, string>): Promise<Shown>;
  close(): Promise<void>;
}

const json = { accept: 'application/json' };

/** Starts the public site in this process; `url` is the database's address for the role ledger_public. */
export async function startPublicSite(
  url: string,
  settings: Partial<PublicConfig> = {},
): Promise<TestPublicSite> {
  const config = Object.assign(new PublicConfig(), {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
    DATABASE_URL: url,
    DATABASE_POOL: 4,
    FILE_CHECKS_PER_MINUTE: 10_000,
    ...settings,
  });
  const app = await createPublic(config);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const shown = async (response: Response): Promise<Shown> => ({
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as AnswerBody,
  });
  return {
    url: address,
    async get(path, headers = {}) {
      const response = await fetch(address + path, {
        headers: { accept: 'text/html', ...headers },
        redirect: 'manual',
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    async verify(file, headers = {}) {
      const body = Buffer.from(file);
      const type = { 'content-type': 'application/pdf' };
      return shown(
        await fetch(`${address}/verify`, { method: 'POST', headers: { ...json, ...type, ...headers }, body }),
      );
    },
    async number(number, headers = {}) {
      return shown(
        await fetch(`${address}/c/${encodeURIComponent(number)}`, { headers: { ...json, ...headers } }),
      );
    },
    close: () => app.close(),
  };
}
