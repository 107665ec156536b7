import { flowOf, imbalanceOf, stockOf, type CaseBalance } from './open-goods.js';

const piece = { code: 'piece', zh: '件', en: 'piece' };
const balance = (seizure: string, account: string, amount: string, ageDays = 10): CaseBalance => ({
  ...{ seizure, account, amount, ageDays },
  unit: 'piece',
});
/** `count` cases with 10 pieces each on one account. */
const cases = (count: number, account: string, ageDays = 10): CaseBalance[] =>
  Array.from({ length: count }, (_, index) =>
    balance(`${account}-${ageDays}-${index}`, account, '10', ageDays),
  );

describe('the flow of goods', () => {
  it('balances: what was seized equals what became of it', () => {
    const flow = flowOf(piece, [...cases(6, 'released'), ...cases(7, 'custody'), ...cases(5, 'returned')]);
    expect(flow).toMatchObject({ seized: '180', surplus: '0', releasedOnly: false });
    expect(flow.parts).toEqual([
      { part: 'released', amount: '60' },
      { part: 'held', amount: '70' },
      { part: 'returned', amount: '50' },
    ]);
    expect(imbalanceOf(flow)).toBe('0');
  });

  it('shows a surplus beside what was seized, so that it balances still', () => {
    const found = Array.from({ length: 5 }, (_, index) => balance(`f${index}`, 'weighing-difference', '-2'));
    const flow = flowOf(piece, [...cases(5, 'released'), ...found]);
    expect(flow).toMatchObject({ seized: '40', surplus: '10' });
    expect(imbalanceOf(flow)).toBe('0');
  });

  it('merges parts that touch fewer than five cases', () => {
    const flow = flowOf(piece, [...cases(9, 'released'), ...cases(4, 'returned'), ...cases(3, 'sold')]);
    expect(flow.parts).toEqual([
      { part: 'released', amount: '90' },
      { part: 'other', amount: '70' },
    ]);
  });

  it('takes a larger part into the merged one rather than show a part by subtraction', () => {
    const flow = flowOf(piece, [...cases(9, 'released'), ...cases(6, 'custody'), ...cases(1, 'returned')]);
    expect(flow.parts).toEqual([
      { part: 'released', amount: '90' },
      { part: 'other', amount: '70' },
    ]);
  });

  it('leaves out what belongs to fewer than five cases in all, also from what was seized', () => {
    const flow = flowOf(piece, [...cases(2, 'released'), ...cases(1, 'custody')]);
    expect(flow).toEqual({
      unit: piece,
      seized: '20',
      surplus: '0',
      parts: [{ part: 'released', amount: '20' }],
      releasedOnly: true,
    });
  });

  it('counts goods of other units nowhere', () => {
    const other = { ...balance('x', 'released', '7'), unit: 'kg' };
    expect(flowOf(piece, [other]).seized).toBe('0');
  });
});

describe('goods still held, by age', () => {
  it('stand in bands of their age', () => {
    const stock = stockOf(piece, [
      ...cases(5, 'custody', 30),
      ...cases(6, 'staged', 31),
      ...cases(5, 'custody', 400),
    ]);
    expect(stock?.bands.filter(({ amount }) => amount !== '0')).toEqual([
      { from: 0, to: 30, amount: '50' },
      { from: 31, to: 90, amount: '60' },
      { from: 366, amount: '50' },
    ]);
  });

  it('merge a band of fewer than five cases into a wider one', () => {
    const stock = stockOf(piece, [
      ...cases(2, 'custody', 5),
      ...cases(4, 'custody', 50),
      ...cases(5, 'custody', 500),
    ]);
    expect(stock?.bands[0]).toEqual({ from: 0, to: 90, amount: '60' });
  });

  it('merge a last band that is too small into the one before', () => {
    const stock = stockOf(piece, [...cases(5, 'custody', 200), ...cases(4, 'custody', 500)]);
    expect(stock?.bands.at(-1)).toEqual({ from: 181, amount: '90' });
  });

  it('are not shown at all where they belong to fewer than five cases', () => {
    expect(stockOf(piece, cases(4, 'custody'))).toBeUndefined();
    expect(stockOf(piece, cases(9, 'released'))).toBeUndefined();
  });
});
