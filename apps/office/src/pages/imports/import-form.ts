import { columns, isFilled, type Column, type GridRow } from '../seizures/registration-lines.js';
import { text, type FormValues } from '../shell/form-values.js';
import { gridRowOf, guessColumns, widthOf, type GuessedColumns } from './sheet-columns.js';

/** A filled row of a file: its number there, counted from one as spreadsheets do. */
export interface ImportedRow {
  readonly number: number;
  readonly row: GridRow;
}

/** Which column goes where: as the form says, else guessed. */
export function columnsIn(
  values: FormValues | undefined,
  sheet: readonly (readonly string[])[],
): GuessedColumns {
  if (values === undefined || text(values, 'mapped') === '') return guessColumns(sheet);
  const mapping = Array.from({ length: widthOf(sheet) }, (_, index) => {
    const asked = text(values, `map.${index}`);
    return columns.find((column) => column === asked) ?? null;
  });
  return { mapping, heading: text(values, 'heading') === 'yes' };
}

/** The filled rows of a file as rows of the grid. */
export function importedRows(
  sheet: readonly (readonly string[])[],
  { mapping, heading }: GuessedColumns,
): ImportedRow[] {
  return sheet
    .map((cells, index) => ({ number: index + 1, row: gridRowOf(cells, mapping) }))
    .slice(heading ? 1 : 0)
    .filter(({ row }) => isFilled(row));
}

/** A column of the grid that two columns of the file go to. */
export function doubledColumn({ mapping }: GuessedColumns): Column | undefined {
  return mapping.find(
    (column, index): column is Column => column !== null && mapping.indexOf(column) !== index,
  );
}
