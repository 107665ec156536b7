import { newId, type LotId } from '#kernel';
import { balanceChanges } from './postings.js';

const [a, b] = [newId<LotId>(), newId<LotId>()].sort() as [LotId, LotId];
const move = (lot: LotId, from: 'custody' | 'seized', to: 'custody' | 'allocated', amount: string) => ({
  lot,
  from,
  to,
  amount,
  unit: 'kg',
});

describe('balance changes', () => {
  it('are one for each lot and account, exact, and sum to zero', () => {
    const changes = balanceChanges([
      move(a, 'seized', 'custody', '0.1'),
      move(a, 'seized', 'custody', '0.2'),
    ]);
    expect(changes).toEqual([
      { lot: a, account: 'custody', amount: '0.3' },
      { lot: a, account: 'seized', amount: '-0.3' },
    ]);
  });

  it('come in the order in which rows are locked: lots, then accounts', () => {
    const changes = balanceChanges([
      move(b, 'custody', 'allocated', '1'),
      move(a, 'custody', 'allocated', '1'),
    ]);
    expect(changes.map(({ lot, account }) => `${lot} ${account}`)).toEqual([
      `${a} allocated`,
      `${a} custody`,
      `${b} allocated`,
      `${b} custody`,
    ]);
  });

  it('cancel out where goods go there and back', () => {
    const changes = balanceChanges([
      move(a, 'custody', 'allocated', '5'),
      { lot: a, from: 'allocated', to: 'custody', amount: '5', unit: 'kg' },
    ]);
    expect(changes.map(({ amount }) => amount)).toEqual(['0', '0']);
  });
});
