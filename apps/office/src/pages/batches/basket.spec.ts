import type { DraftContent, EligibleLot } from '#batches';
import { lotOf } from '../../../../../test/support/lot-facts.js';
import { lineRowsIn, withLots, withRows } from './basket.js';

const lot = lotOf();
const free: EligibleLot = { facts: lot, available: lot.base.amount, blockers: [] };
const empty: DraftContent = { title: 'A', method: 'mixed', sites: [], lots: [] };
const line = { lot: lot.lot, quantity: { amount: '1', unit: 'piece' }, site: 'a' };

describe('a basket', () => {
  it('takes the whole lot as it was declared', () => {
    expect(withLots(empty, [free], 'yard').lots).toEqual([
      { lot: lot.lot, quantity: lot.declared, site: 'yard' },
    ]);
  });

  it('takes what is left of a lot in its base unit', () => {
    const { lots } = withLots(empty, [{ ...free, available: '7' }], 'yard');
    expect(lots[0]!.quantity).toEqual({ amount: '7', unit: lot.base.unit });
  });

  it('leaves alone what is in it already', () => {
    expect(withLots({ ...empty, lots: [line] }, [free], 'yard').lots).toEqual([line]);
  });

  it('refuses a lot that may not enter, and says why', () => {
    const blocked = { ...free, blockers: [{ code: 'lot.no-photo', facts: {} }] };
    expect(() => withLots(empty, [blocked], 'yard')).toThrow(
      expect.objectContaining({
        code: 'batch.blocked',
        fields: [{ pointer: `/add/${lot.code}`, code: 'lot.no-photo', facts: {} }],
      }),
    );
  });

  it('has an end', () => {
    const lots = Array.from({ length: 5000 }, (_, i) => ({ ...line, lot: `${i}` as typeof lot.lot }));
    expect(() => withLots({ ...empty, lots }, [free], 'yard')).toThrow('form.too-many-lots');
  });

  it('changes amounts, sites and methods, and gives up what is ticked', () => {
    const other = { ...line, lot: 'x' as typeof lot.lot };
    const rows = lineRowsIn({
      'lines.0.lot': lot.lot,
      'lines.0.amount': '1,860',
      'lines.0.unit': 'piece',
      'lines.0.site': 'b',
      'lines.0.method': 'crushing',
      'lines.3.lot': 'gone',
      'lines.3.amount': 'many',
    });
    const quantity = { amount: '1860', unit: 'piece' };
    expect(withRows({ ...empty, lots: [other, line] }, rows).lots).toEqual([
      other,
      { lot: lot.lot, quantity, site: 'b', method: 'crushing' },
    ]);
    const ticked = lineRowsIn({ 'lines.0.lot': lot.lot, 'lines.0.remove': 'yes' });
    expect(withRows({ ...empty, lots: [other, line] }, ticked).lots).toEqual([other]);
  });
});
