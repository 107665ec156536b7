import '../support/property-seed.js';
import fc from 'fast-check';
import type { PublicSnapshot } from '#published';
import { startOffice, type TestOffice } from '../support/office.js';
import { certify, publish } from '../support/publishing.js';
import { startPublicSite } from '../support/public-site.js';
import { query } from '../support/query.js';
import { ok, Scenario } from '../support/scenario.js';
import { imbalanceOf } from '../../libs/publication/src/snapshot/open-goods.js';

/** One case: how much, of what, how far it goes, and what comes of it at the site. */
const aCase = fc.record({
  amount: fc.integer({ min: 3, max: 5000 }),
  unit: fc.constantFrom('piece', 'pair'),
  end: fc.constantFrom('held', 'approved', 'closed', 'published', 'published'),
  returned: fc.integer({ min: 0, max: 1 }),
  missing: fc.integer({ min: 0, max: 1 }),
});
type Case = typeof aCase extends fc.Arbitrary<infer T> ? T : never;

/** Amounts of the postings to or from an account before a checkpoint, from the entries; of published events where asked. */
const moved = (
  side: 'to' | 'from',
  account: string,
  { size, published }: { size: number; published: boolean },
) => `
  SELECT p ->> 'unit' AS unit, sum((p ->> 'amount')::numeric)::text AS amount
  FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
    CROSS JOIN LATERAL jsonb_array_elements(e.json -> 'postings') AS p
  WHERE s.seq < ${String(size)} AND p ->> '${side}' = '${account}' ${
    published
      ? `AND e.subject_id IN (SELECT ev.id::text FROM state.events ev JOIN state.certificates c
           ON c.submission = ev.submission JOIN state.reports r ON r.number = c.number
         WHERE r.released IS NOT NULL AND r.withdrawn IS NULL)`
      : ''
  } GROUP BY 1`;

describe('what the public site says of quantities', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  const sums = async (sql: string): Promise<Record<string, string>> =>
    Object.fromEntries((await query(office, sql)).map(({ unit, amount }) => [String(unit), String(amount)]));

  async function carry({ amount, unit, end, returned, missing }: Case): Promise<void> {
    const category = unit === 'pair' ? 'sport-shoes' : 'clothing';
    const scenario = new Scenario(office, { lines: [{ amount: String(amount), unit, category }] });
    if (end === 'held') return scenario.toStored();
    await scenario.toApproved();
    if (end === 'approved') return;
    const event = await scenario.plan();
    await scenario.stage(event);
    await scenario.photographEvent(event);
    const of = (count: number) => ({ amount: String(count), unit });
    const result = {
      destroyed: of(amount - returned - missing),
      returned: of(returned),
      missing: of(missing),
      ...(returned + missing > 0 && { reason: '现场清点与出库不符' }),
    };
    ok(await scenario.tryRecord(event, event.lots[0]!, result));
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    if (end === 'published') await publish(office, await certify(office, scenario));
  }

  it('equals the released events and the postings of the ledger, whatever became of the goods', async () => {
    // Enough open cases for the other side of the flow to be shown at all.
    const open = { amount: 40, unit: 'piece', end: 'held', returned: 0, missing: 0 } as const;
    for (let i = 0; i < 5; i += 1) await carry(open);
    await carry({ ...open, end: 'published' });
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { minLength: 6, maxLength: 6 }), async (cases) => {
        for (const one of cases) await carry(one);
        const snapshot = await newest();
        const { size } = snapshot!.checkpoint;
        const destroyed = await sums(moved('to', 'destroyed', { size, published: true }));
        const seized = await sums(moved('from', 'seized', { size, published: false }));
        const units = new Map<string, number>();
        for (const { unit, amount } of snapshot!.events.flatMap(({ totals }) =>
          totals.map((t) => ({ unit: t.unit.code, amount: Number(t.amount) })),
        ))
          units.set(unit, (units.get(unit) ?? 0) + amount);
        expect(Object.fromEntries([...units].map(([unit, amount]) => [unit, String(amount)]))).toEqual(
          destroyed,
        );
        for (const flow of snapshot!.flows) {
          expect([flow.unit.code, imbalanceOf(flow)]).toEqual([flow.unit.code, '0']);
          const released = flow.parts.find(({ part }) => part === 'released')?.amount;
          expect([flow.unit.code, released]).toEqual([flow.unit.code, destroyed[flow.unit.code]]);
          if (!flow.releasedOnly)
            expect([flow.unit.code, flow.seized]).toEqual([flow.unit.code, seized[flow.unit.code]]);
        }
      }),
      { numRuns: 2, endOnFailure: true },
    );
    expect((await newest())!.flows.some(({ releasedOnly }) => !releasedOnly)).toBe(true);
  }, 120_000);

  it('says the same in every file: totals by category, month, method and agency', async () => {
    const site = await startPublicSite(office.database.publicUrl);
    const rows = async (name: string) =>
      (
        JSON.parse((await site.get(`/data/${name}.json`, { accept: '*/*' })).text) as {
          rows: Record<string, string>[];
        }
      ).rows;
    const totals = async (name: string): Promise<Record<string, number>> => {
      const by: Record<string, number> = {};
      for (const { unit, amount } of await rows(name)) by[unit!] = (by[unit!] ?? 0) + Number(amount);
      return by;
    };
    const units = await totals('units');
    expect(Object.keys(units).length).toBeGreaterThan(0);
    for (const name of ['lines', 'categories', 'methods', 'agencies', 'months'])
      expect([name, await totals(name)]).toEqual([name, units]);
    await site.close();
  });

  async function newest(): Promise<PublicSnapshot | undefined> {
    const [row] = await query(office, 'SELECT content FROM published.snapshots ORDER BY number DESC LIMIT 1');
    return row && (JSON.parse((row['content'] as Buffer).toString('utf8')) as PublicSnapshot);
  }
});
