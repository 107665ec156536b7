import { columns, type Column, type GridRow } from '../seizures/registration-lines.js';

/** What headings of lists call each column; compared without case, spaces and brackets. */
export const columnNames: Readonly<Record<Column, readonly string[]>> = {
  category: ['category', '类别', '品类', '物品类别', '种类'],
  description: [
    'description',
    '品名、品规',
    '品名',
    '名称',
    '物品名称',
    '商品名称',
    '品名品规',
    'goods',
    'item',
    'name',
  ],
  brand: ['brand', '品牌', '商标', 'trademark'],
  amount: ['amount', '数量', 'quantity', 'qty', '登记数量'],
  unit: ['unit', '单位', '计量单位', 'units'],
  basis: ['basis', '计数依据', '依据', 'counted by'],
  seals: ['seals', '封条号', '封条', '封条编号', 'seal', 'seal no.', 'seal number'],
};

/** Which column of the grid each column of a file goes to; null = left out. */
export type Mapping = readonly (Column | null)[];

export interface GuessedColumns {
  readonly mapping: Mapping;
  /** Whether the first row names the columns. */
  readonly heading: boolean;
}

/** Guesses by the first row; where it names fewer than two columns, the grid's own order. */
export function guessColumns(sheet: readonly (readonly string[])[]): GuessedColumns {
  const first = sheet[0] ?? [];
  const width = widthOf(sheet);
  const named = unique(Array.from({ length: width }, (_, i) => columnNamed(first[i] ?? '')));
  const heading = named.filter((one) => one !== null).length >= 2;
  if (heading) return { mapping: named, heading };
  return { mapping: Array.from({ length: width }, (_, i) => columns[i] ?? null), heading };
}

export function widthOf(sheet: readonly (readonly string[])[]): number {
  return sheet.reduce((widest, row) => Math.max(widest, row.length), 0);
}

/** A row of a file as a row of the grid. */
export function gridRowOf(cells: readonly string[], mapping: Mapping): GridRow {
  const cellOf = (column: Column) => cells[mapping.indexOf(column)] ?? '';
  const row = Object.fromEntries(columns.map((column) => [column, cellOf(column)])) as GridRow;
  return { ...row, basis: basisIn(row.basis) };
}

const basisNames: Readonly<Record<string, readonly string[]>> = {
  counted: ['counted', '清点', '已清点', '点数'],
  label: ['label', '标注', '标签', '按标注'],
  estimated: ['estimated', '估计', '估算', '预估'],
};

/** What is no name of a basis stays as it is, for the check to name the cell. */
function basisIn(typed: string): string {
  const wanted = typed.toLowerCase();
  const found = Object.entries(basisNames).find(([, names]) => names.includes(wanted));
  return wanted === '' ? 'counted' : (found?.[0] ?? typed);
}

function columnNamed(heading: string): Column | null {
  const wanted = plain(heading);
  return columns.find((column) => columnNames[column].some((name) => plain(name) === wanted)) ?? null;
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[\s()（）【】[\]*：:]/g, '');
}

/** Each column of the grid takes the first that is meant for it. */
function unique(named: readonly (Column | null)[]): (Column | null)[] {
  return named.map((column, index) => (named.indexOf(column) === index ? column : null));
}
