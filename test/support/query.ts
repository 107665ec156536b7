import pg from 'pg';
import type { TestOffice } from './office.js';

/** Asks the database of an office as its superuser, past every rule of the application. */
export async function query(
  { database }: Pick<TestOffice, 'database'>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
  try {
    return (await client.query(sql, [...parameters])).rows;
  } finally {
    await client.end();
  }
}
