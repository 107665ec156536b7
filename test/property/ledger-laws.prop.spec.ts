import fc from 'fast-check';
import type { Account, Posting } from '#entries';
import { newId, type LotId } from '#kernel';
import { GoodsRepository, Ledger, LedgerVerification } from '#ledger';
import { UnitOfWork } from '#platform';
import { commandBy, startLedger } from '../support/ledger.js';

const accounts: readonly Account[] = [
  'seized',
  'custody',
  'allocated',
  'staged',
  'destroyed',
  'shortage',
  'weighing-difference',
];
const mayBeNegative = new Set<Account>(['seized', 'weighing-difference']);

/** The pure model: balances by lot and account, and whether a step is allowed. */
class Model {
  readonly balances = new Map<string, number>();

  take(postings: readonly Posting[]): boolean {
    const next = new Map(this.balances);
    for (const { lot, from, to, amount } of postings) {
      next.set(`${lot} ${from}`, (next.get(`${lot} ${from}`) ?? 0) - Number(amount));
      next.set(`${lot} ${to}`, (next.get(`${lot} ${to}`) ?? 0) + Number(amount));
    }
    const allowed = [...next].every(
      ([key, amount]) => amount >= 0 || mayBeNegative.has(key.split(' ')[1] as Account),
    );
    if (allowed) for (const [key, amount] of next) this.balances.set(key, amount);
    return allowed;
  }

  rows(lots: readonly LotId[]) {
    return [...this.balances]
      .filter(([key, amount]) => amount !== 0 && lots.some((lot) => key.startsWith(lot)))
      .map(([key, amount]) => `${key} ${String(amount)}`)
      .sort();
  }
}

describe('laws 1 and 2: the ledger and a small pure model', () => {
  let running: Awaited<ReturnType<typeof startLedger>>;
  beforeAll(async () => {
    running = await startLedger();
  });
  afterAll(() => running.stop());

  const lots = [newId<LotId>(), newId<LotId>(), newId<LotId>()];
  const step = fc.array(
    fc
      .record({
        lot: fc.integer({ min: 0, max: 2 }),
        from: fc.constantFrom(...accounts),
        to: fc.constantFrom(...accounts),
        amount: fc.integer({ min: 1, max: 20 }),
      })
      .filter(({ from, to }) => from !== to),
    { minLength: 1, maxLength: 3 },
  );

  it('take and refuse the same steps, end with the same balances, and every lot sums to zero', async () => {
    const ledger = running.get(Ledger);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const fresh = lots.map(() => newId<LotId>());
        const model = new Model();
        for (const moves of steps) {
          const postings = moves.map(({ lot, amount, ...rest }) => ({
            ...rest,
            lot: fresh[lot]!,
            amount: String(amount),
            unit: 'piece',
          }));
          const taken = await ledger
            .perform(commandBy('anybody'), () =>
              Promise.resolve({ entries: [entryWith(fresh, postings)], result: {} }),
            )
            .then(
              () => true,
              (error: { code?: string }) => {
                expect(error.code).toBe('goods.not-enough');
                return false;
              },
            );
          expect(taken).toBe(model.take(postings));
        }
        const found = await running
          .get(UnitOfWork)
          .run((tx) => running.get(GoodsRepository).balances(tx, fresh));
        expect(found.map(({ lot, account, amount }) => `${lot} ${account} ${amount}`).sort()).toEqual(
          model.rows(fresh),
        );
        for (const lot of fresh) {
          const sum = found
            .filter((row) => row.lot === lot)
            .reduce((total, { amount }) => total + Number(amount), 0);
          expect(sum).toBe(0);
        }
      }),
      { numRuns: 25 },
    );
    expect(await running.get(LedgerVerification).verify()).toMatchObject({ ok: true });
  });
});

function entryWith(lots: readonly LotId[], postings: readonly Posting[]) {
  return {
    type: 'appraisal.recorded' as const,
    subject: { kind: 'appraisal' as const, id: newId() },
    data: { lots, result: 'counterfeit' as const, body: 'Station', reportNumber: 'R-1' },
    postings,
  };
}
