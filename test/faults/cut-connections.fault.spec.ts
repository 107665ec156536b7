import { newId } from '#kernel';
import { setTimeout as delay } from 'node:timers/promises';
import { cigarettes, seizureBody } from '../support/case-samples.js';
import { startOffice, type AnswerBody, type SignedClient, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { ok } from '../support/scenario.js';

const cases = 60;
const mostCuts = 8;

describe('connections to the database that are cut while people work', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let second: SignedClient;
  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    second = await office.as('tb.officer2');
  });
  afterAll(() => office.close());

  const cut = () =>
    query(
      office,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND usename = 'ledger_app'`,
    );

  it('cost nobody an entry: who sends again under the same key finds each case once', async () => {
    const refusals = new Map<number, AnswerBody>();
    const registered = Promise.all(
      Array.from({ length: cases }, async () => {
        const body = seizureBody([officer, second], { id: newId<string>(), lots: [cigarettes()] });
        for (;;) {
          const answer = await officer.post('/api/v1/seizures', body);
          if (answer.status < 300) return answer.body as AnswerBody;
          refusals.set(answer.status, answer.body);
        }
      }),
    );
    for (let cuts = 0; cuts < mostCuts; cuts += 1) {
      await cut();
      // Between two cuts something must get through.
      await Promise.race([registered, delay(150)]);
    }
    const answers = await registered;
    expect(refusals.size).toBeGreaterThan(0);
    expect([...refusals.keys()].filter((status) => status !== 503)).toEqual([]);
    for (const { type } of refusals.values()) expect(type).toBe('urn:problem:database-away');

    const auditor = await office.as('aud.auditor');
    const { entries } = ok<{ entries: AnswerBody[] }>(await auditor.get('/api/v1/ledger/entries?limit=1000'));
    const standing = entries.filter(({ entry }) => entry.type === 'seizure.registered');
    expect(standing).toHaveLength(cases);
    const receipts = new Map(standing.map(({ seq, leafHash, entry }) => [entry.id, { seq, leafHash }]));
    for (const { entry } of answers) {
      expect(receipts.get(entry.id)).toEqual({ seq: entry.seq, leafHash: entry.leafHash });
    }
    expect(ok(await auditor.post('/api/v1/ledger/verification', {}))).toMatchObject({
      ok: true,
      problems: [],
    });
  }, 120_000);
});
