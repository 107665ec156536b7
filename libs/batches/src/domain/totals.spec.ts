import { totalsOf } from './totals.js';

describe('the totals of a list', () => {
  it('are exact sums for each category and unit; unlike units are never added', () => {
    const of = (category: string, amount: string, unit: string) => ({ category, base: { amount, unit } });
    const lines = [
      of('liquor', '3186', 'bottle'),
      of('cigarettes', '0.1', 'kg'),
      of('cigarettes', '471260', 'cig-stick'),
      of('liquor', '1204', 'bottle'),
      of('cigarettes', '0.2', 'kg'),
    ];
    expect(totalsOf(lines)).toEqual([
      { category: 'cigarettes', base: { amount: '471260', unit: 'cig-stick' } },
      { category: 'cigarettes', base: { amount: '0.3', unit: 'kg' } },
      { category: 'liquor', base: { amount: '4390', unit: 'bottle' } },
    ]);
  });
});
