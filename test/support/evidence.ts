import { sha256Hex } from '#kernel';
import pg from 'pg';
import type { Answer, AnswerBody, SignedClient, TestOffice } from './office.js';

/** Sends a photo under its own hash. */
export function putPhoto(
  client: SignedClient,
  target: string,
  bytes: Uint8Array,
  query = 'stage=seizure',
): Promise<Answer<AnswerBody>> {
  return client.putBytes(`/api/v1/${target}/photos/${sha256Hex(bytes)}?${query}`, bytes);
}

/** What the database says, as superuser. */
export async function askDatabase<T extends pg.QueryResultRow>(
  office: TestOffice,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: office.database.superUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
