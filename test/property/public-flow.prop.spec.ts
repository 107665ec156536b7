import fc from 'fast-check';
import { accounts } from '#entries';
import { fewestCases, flowOf, imbalanceOf, stockOf } from '../../libs/publication/src/snapshot/open-goods.js';

const unit = { code: 'piece', zh: '件', en: 'piece' };
const places = ['released', ...accounts.filter((account) => account !== 'seized')];
const balances = fc.array(
  fc.record({
    seizure: fc.integer({ min: 1, max: 9 }).map(String),
    ageDays: fc.nat(900),
    unit: fc.constantFrom('piece', 'kg'),
    account: fc.constantFrom(...places),
    amount: fc.nat(1000).map(String),
  }),
  { maxLength: 60 },
);

describe('published flows and stock', () => {
  it('balance whatever happened to the goods, and take nothing from released destructions', () => {
    fc.assert(
      fc.property(balances, (all) => {
        const flow = flowOf(unit, all);
        expect(imbalanceOf(flow)).toBe('0');
        const released = all
          .filter((one) => one.unit === 'piece' && one.account === 'released')
          .reduce((sum, { amount }) => sum + Number(amount), 0);
        expect(flow.parts.find(({ part }) => part === 'released')?.amount ?? '0').toBe(String(released));
      }),
    );
  });

  it('equal everything that was seized, unless too few cases are concerned', () => {
    fc.assert(
      fc.property(balances, (all) => {
        const flow = flowOf(unit, all);
        const own = all.filter((one) => one.unit === 'piece' && one.amount !== '0');
        const total = own.reduce((sum, { amount }) => sum + Number(amount), 0);
        if (flow.releasedOnly) {
          const others = new Set(
            own.filter(({ account }) => account !== 'released').map(({ seizure }) => seizure),
          );
          expect(others.size).toBeLessThan(fewestCases);
        } else expect(flow.seized).toBe(String(total));
      }),
    );
  });

  it('show no stock of fewer cases than may be shown, and all of it otherwise', () => {
    fc.assert(
      fc.property(balances, (all) => {
        const stock = stockOf(unit, all);
        const shown = (stock?.bands ?? []).reduce((sum, { amount }) => sum + Number(amount), 0);
        const held = [
          'with-officers',
          'custody',
          'checked-out',
          'allocated',
          'staged',
          'sampled',
          'retained',
        ];
        const own = all.filter(
          (one) => one.unit === 'piece' && one.amount !== '0' && held.includes(one.account),
        );
        const cases = new Set(own.map(({ seizure }) => seizure));
        if (stock) expect(shown).toBe(own.reduce((sum, { amount }) => sum + Number(amount), 0));
        if (cases.size < fewestCases) expect(stock).toBeUndefined();
      }),
    );
  });
});
