import { derivedId, type LotId } from '#kernel';
import {
  acceptanceRequest,
  bookedUnits,
  countedRows,
  countFieldOf,
  missingNotes,
  tallyOf,
  type OfferedLine,
} from './count-form.js';

const line = (name: string, amount: string, unit: string) =>
  ({ lot: derivedId<LotId>('lot', name), code: name, offered: { amount, unit } }) as unknown as OfferedLine;
const lines = [line('jackets', '1860', 'piece'), line('shoes', '1230', 'pair'), line('tea', '160', 'kg')];
const counted = (...typed: string[]) =>
  countedRows(lines, {
    values: Object.fromEntries(typed.map((one, row) => [`lines.${String(row)}.received`, one])),
  });

describe('the count of a hand-over', () => {
  it('compares what was typed with what was offered, however it is written', () => {
    expect(counted('1,860', '１２２６', '161.5').map(({ difference }) => difference)).toEqual([
      '0',
      '-4',
      '1.5',
    ]);
  });

  it('has no difference as long as a count is missing or can’t be read', () => {
    expect(counted('', 'many', '-3').map(({ difference }) => difference)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('books what arrived, what is missing and what is more, each unit by itself', () => {
    expect(bookedUnits(counted('1860', '1226', '161.5'))).toEqual([
      { unit: 'piece', custody: '1860', shortage: '0', surplus: '0' },
      { unit: 'pair', custody: '1226', shortage: '4', surplus: '0' },
      { unit: 'kg', custody: '160', shortage: '0', surplus: '1.5' },
    ]);
    expect(tallyOf(counted('1860', '1226', '161.5'))).toEqual({
      lines: 3,
      agree: 1,
      short: 1,
      more: 1,
      scanned: 0,
    });
  });

  it('asks for a note where the amount differs or a seal is broken', () => {
    const rows = countedRows(lines, {
      values: {
        'lines.0.received': '1860',
        'lines.0.seals': 'no',
        'lines.1.received': '1226',
        'lines.1.note': '箱内少 4 双',
        'lines.2.received': '161',
      },
    });
    expect(missingNotes(rows)).toEqual([
      { pointer: '/lines/0/note', code: 'transfers.note-missing' },
      { pointer: '/lines/2/note', code: 'transfers.note-missing' },
    ]);
  });

  it('is sent in the unit of the offer', () => {
    expect(acceptanceRequest(counted('1,860', '', '').slice(0, 1), '甲 3-1')).toEqual({
      lines: [{ lot: lines[0]!.lot, received: { amount: '1860', unit: 'piece' }, sealsIntact: '' }],
      location: '甲 3-1',
    });
    expect(countFieldOf('/lines/2/sealsIntact')).toBe('lines.2.seals');
    expect(countFieldOf('/lines/2/lot')).toBe('lines.2.received');
    expect(countFieldOf('/elsewhere')).toBeUndefined();
  });
});
