import { Test } from '@nestjs/testing';
import { derivedId, newId, sha256Hex, type AgencyId, type Clock, type EntryId, type PersonId } from '#kernel';
import { LedgerModule, type Command } from '#ledger';
import { DatabaseModule } from '#platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { createTestDatabase } from './database.js';

/** The ledger alone on a fresh database, without the features above it. */
export async function startLedger(clock?: Clock) {
  const database = await createTestDatabase();
  const keysDirectory = mkdtempSync(join(tmpdir(), 'ledger-keys-'));
  const module = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({ url: database.appUrl, applicationName: 'test' }),
      LedgerModule.forRoot({ keysDirectory, origin: 'ledger.test', ...(clock && { clock }) }),
    ],
  }).compile();
  const superuser = new pg.Client({ connectionString: database.superUrl });
  await superuser.connect();
  return {
    database,
    superuser,
    get: module.get.bind(module),
    async stop() {
      await superuser.end();
      await module.close();
      await database.drop();
      rmSync(keysDirectory, { recursive: true });
    },
  };
}

/** A command of some person, with a fresh key unless one is given. */
export function commandBy(person: string, changes: Partial<Command> = {}): Command {
  return {
    key: newId<EntryId>(),
    fingerprint: sha256Hex('what was asked'),
    person: derivedId<PersonId>('person', person),
    agency: derivedId<AgencyId>('agency', 'test'),
    ...changes,
  };
}
