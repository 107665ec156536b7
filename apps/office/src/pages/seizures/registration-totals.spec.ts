import type { GridRow } from './registration-lines.js';
import { totalsByUnit } from './registration-totals.js';

const row = (amount: string, unit: string, basis = 'counted') => ({ amount, unit, basis }) as GridRow;

describe('totals of a registration', () => {
  it('stand per unit, exactly, estimated amounts named apart', () => {
    const rows = [
      row('1,860', '件'),
      row('158.4', '千克'),
      row('1.60', '千克', 'estimated'),
      row('many', '件'),
      row('40', '件'),
    ];
    expect(totalsByUnit(rows)).toEqual([
      { unit: '件', amount: '1900' },
      { unit: '千克', amount: '160', estimated: '1.6' },
    ]);
  });
});
