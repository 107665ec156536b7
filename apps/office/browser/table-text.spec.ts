import { columnsOfBlock, rowsOfBlock, sumOf } from './table-text.js';

describe('a block pasted from a spreadsheet', () => {
  it('has cells with tabs, quotes and line breaks as spreadsheets write them', () => {
    expect(rowsOfBlock('服装\t"男式\n夹克 ""L"""\t1,860\r\n鞋\t跑鞋\t\r\n')).toEqual([
      ['服装', '男式 夹克 "L"', '1,860'],
      ['鞋', '跑鞋', ''],
    ]);
    expect(rowsOfBlock('a\tb')).toEqual([['a', 'b']]);
    expect(rowsOfBlock('')).toEqual([]);
  });

  it('goes by its head where that names columns, else from the cell that has the focus', () => {
    const names = [['Category', '类别'], ['Description'], ['Amount', 'Qty.']];
    expect(
      columnsOfBlock(
        [
          ['qty.', 'x', 'CATEGORY'],
          ['1', 'y', 'shoes'],
        ],
        names,
        0,
      ),
    ).toEqual({
      columns: [2, -1, 0],
      rows: [['1', 'y', 'shoes']],
    });
    expect(columnsOfBlock([['a', 'b', 'c']], names, 1)).toEqual({
      columns: [1, 2, -1],
      rows: [['a', 'b', 'c']],
    });
  });

  it('is summed exactly', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3');
    expect(sumOf(['1,860', '１０'])).toBe('1,870');
    expect(sumOf(['many'])).toBeUndefined();
    expect(sumOf([])).toBe('0');
  });
});
