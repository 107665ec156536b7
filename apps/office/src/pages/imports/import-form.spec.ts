import { builtInCatalogue } from '#catalogue';
import { cellErrors } from './import-check.js';
import { columnsIn, doubledColumn, importedRows } from './import-form.js';
import { guessColumns } from './sheet-columns.js';

const sheet = [
  ['序号', '商品名称', '品类', '数量（件）', '计量单位', '数 量'],
  ['1', '男式夹克', '服装', '', '件', '1,860'],
  ['', '', '', '', '', ''],
  ['2', '童装', '服装', '', '光年', '12'],
];

describe('the columns of a list', () => {
  it('are found by what lists call them, each once', () => {
    expect(guessColumns(sheet)).toEqual({
      heading: true,
      mapping: [null, 'description', 'category', null, 'unit', 'amount'],
    });
  });

  it('follow the grid where the first row names none', () => {
    expect(guessColumns([['服装', '男式夹克', '甲', '5']])).toEqual({
      heading: false,
      mapping: ['category', 'description', 'brand', 'amount'],
    });
  });

  it('can be chosen otherwise, but not twice', () => {
    const values = { mapped: 'yes', 'map.0': 'seals', 'map.1': 'description', 'map.2': 'x', heading: 'yes' };
    const chosen = columnsIn(values, sheet);
    expect(chosen).toEqual({ heading: true, mapping: ['seals', 'description', null, null, null, null] });
    expect(doubledColumn(chosen)).toBeUndefined();
    expect(doubledColumn({ heading: true, mapping: ['unit', null, 'unit'] })).toBe('unit');
  });

  it('give rows by their numbers in the file, each wrong cell named', async () => {
    const rows = importedRows(sheet, guessColumns(sheet));
    expect(rows.map(({ number }) => number)).toEqual([2, 4]);
    const errors = await cellErrors(
      rows.map(({ row }) => row),
      builtInCatalogue,
    );
    expect(errors).toMatchObject([{ row: 1, field: 'unit', code: 'form.unit-unknown' }]);
  });
});
