import { Test, type TestingModule } from '@nestjs/testing';
import { Duties, DutiesModule, refuseEarlierActs, type ActOnLot } from '#duties';
import type { EntryDraft } from '#entries';
import {
  formatInstant,
  newId,
  sha256Hex,
  type BatchId,
  type EntryId,
  type EventId,
  type LotId,
} from '#kernel';
import { Ledger, LedgerModule } from '#ledger';
import { DatabaseModule, UnitOfWork } from '#platform';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { commandBy } from '../support/ledger.js';

const [lot, sibling, foreign] = [newId<LotId>(), newId<LotId>(), newId<LotId>()];
const first = commandBy('first officer');
const second = commandBy('second officer');

describe('what people did to goods', () => {
  let database: TestDatabase;
  let keysDirectory: string;
  let module: TestingModule;
  beforeAll(async () => {
    database = await createTestDatabase();
    keysDirectory = mkdtempSync(join(tmpdir(), 'ledger-keys-'));
    module = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRoot({ url: database.appUrl, applicationName: 'test' }),
        LedgerModule.forRoot({ keysDirectory, origin: 'ledger.test' }),
        DutiesModule,
      ],
    }).compile();
    await module.init();
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
    rmSync(keysDirectory, { recursive: true });
  });

  const record = async (by: string, draft: EntryDraft): Promise<EntryId> => {
    const ledger = module.get(Ledger);
    const { entry } = await ledger.perform(commandBy(by), () =>
      Promise.resolve({ entries: [draft], result: {} }),
    );
    return entry.id;
  };
  const actsOn = (...lots: LotId[]): Promise<ActOnLot[]> =>
    module.get(UnitOfWork).run((tx) => module.get(Duties).actsOn(tx, lots));
  const person = (name: string) => commandBy(name).person;

  const seizure = (...lots: LotId[]): EntryDraft => ({
    type: 'seizure.registered',
    subject: { kind: 'seizure', id: newId() },
    data: {
      reference: 'CK-2026-0001',
      caseNumber: '1',
      measure: 'seizure',
      legalBasis: 'law',
      place: 'here',
      officers: [first.person, second.person],
      catalogue: sha256Hex('catalogue'),
      lots: lots.map((one) => ({
        lot: one,
        code: 'LOT-2026-00001',
        category: 'liquor',
        description: 'bottles',
        declared: { amount: '1', unit: 'bottle' },
        base: { amount: '1', unit: 'bottle' },
        basis: 'counted',
      })),
    },
  });

  it('is remembered for each lot of an entry, and for everybody whom the entry names', async () => {
    const entry = await record('first officer', seizure(lot, sibling));
    const acts = await actsOn(lot, sibling);
    expect(acts).toHaveLength(4);
    for (const one of [lot, sibling]) {
      for (const by of [first.person, second.person]) {
        expect(acts).toContainEqual({ lot: one, person: by, act: 'seized', entry });
      }
    }
  });

  it('reaches the lots of a frozen list through the entry that froze it', async () => {
    const batch = newId<BatchId>();
    const submission = await record('coordinator', {
      type: 'batch.submitted',
      subject: { kind: 'batch', id: batch },
      data: {
        reference: 'PC-2026-0001',
        version: 1,
        snapshot: sha256Hex('list'),
        list: {} as never,
        lots: [{ lot, amount: '1', unit: 'bottle' }],
      },
    });
    const approval = await record('approver', {
      type: 'batch.approved',
      subject: { kind: 'batch', id: batch },
      data: {
        submission,
        agency: commandBy('approver').agency,
        snapshot: sha256Hex('list'),
        factor: 'password',
        complete: 'yes',
      },
    });
    const acts = await actsOn(lot);
    expect(acts).toContainEqual({ lot, person: person('coordinator'), act: 'proposed', entry: submission });
    expect(acts).toContainEqual({ lot, person: person('approver'), act: 'approved', entry: approval });
    expect((await actsOn(sibling)).map(({ act }) => act)).toEqual(['seized', 'seized']);
  });

  it('names the appointed lead of an event, who did not record it', async () => {
    const entry = await record('coordinator', {
      type: 'event.planned',
      subject: { kind: 'event', id: newId<EventId>() },
      data: {
        reference: 'HD-2026-0001',
        batch: newId<BatchId>(),
        submission: newId<EntryId>(),
        site: 'yard',
        startsAt: formatInstant(Date.parse('2026-11-24T00:00:00Z')),
        lead: person('lead'),
        witnesses: [],
        lots: [{ lot, amount: '1', unit: 'bottle' }],
      },
    });
    expect(await actsOn(lot)).toContainEqual({ lot, person: person('lead'), act: 'led', entry });
    const acts = await actsOn(lot);
    expect(() => refuseEarlierActs(acts, { person: person('lead'), rule: 'witness-apart' })).toThrow(
      expect.objectContaining({ facts: { rule: 'witness-apart', act: 'led', entry, lot } }),
    );
  });

  it('stands in the order in which it was recorded, and is nothing for untouched goods', async () => {
    const acts = (await actsOn(lot)).map(({ act }) => act);
    expect(acts.slice(0, 2)).toEqual(['seized', 'seized']);
    expect(acts.indexOf('proposed')).toBeLessThan(acts.indexOf('approved'));
    expect(await actsOn(foreign)).toEqual([]);
    expect(await actsOn()).toEqual([]);
  });
});
