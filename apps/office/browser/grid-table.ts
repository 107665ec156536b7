// The line grid as its parts see it: fields by row and column, rows that come and go.

import { bindLot, blankCopy, fields, lotOf, numberRow, type Field } from './grid-rows.js';

export type { Field };

export interface Grid {
  readonly form: HTMLFormElement;
  readonly table: HTMLTableElement;
  readonly body: HTMLTableSectionElement;
  /** What headings of lists call each column. */
  readonly names: string[][];
  fieldsIn(row: number): Field[];
  placeOf(field: Field): { row: number; column: number };
  /** A cell's text; empty where the row has no such column. */
  valueIn(row: HTMLTableRowElement, column: string): string;
  /** False where the grid is full. */
  addRow(): boolean;
  dropRow(row: number): void;
  /** The id that the lot of a row will have: the one given, else the one it has, else a new one. */
  bindLot(row: number, id?: string): string;
  /** -1 where no row has it. */
  rowOfLot(id: string): number;
  /** Tells the parts that watch the grid. */
  changed(): void;
  onChange(watcher: () => void): void;
}

export function gridOf(form: HTMLFormElement, table: HTMLTableElement): Grid {
  const body = table.tBodies[0]!;
  const heads = Array.from(table.querySelectorAll<HTMLElement>('th[data-column]'));
  const columns = heads.map((head) => head.dataset['column'] ?? '');
  const names = heads.map((head) => [head.textContent ?? '', ...(head.dataset['names'] ?? '').split('|')]);
  const watchers: (() => void)[] = [];
  const fieldsIn = (row: number): Field[] =>
    Array.from(body.rows[row]?.querySelectorAll<Field>(fields) ?? []);
  const changed = () => watchers.forEach((watch) => watch());
  const number = (from: number) => {
    for (let row = from; row < body.rows.length; row += 1) numberRow(table, body.rows[row]!, row);
    const rows = form.querySelector<HTMLInputElement>('input[name="rows"]');
    if (rows) rows.value = String(body.rows.length);
  };
  return {
    form,
    table,
    body,
    names,
    fieldsIn,
    placeOf: (field) => {
      const row = (field.closest('tr') as HTMLTableRowElement).sectionRowIndex;
      return { row, column: fieldsIn(row).indexOf(field) };
    },
    // The number stands before the columns; a cell begins with its field.
    valueIn: (row, column) => {
      const field = row.cells[columns.indexOf(column) + 1]?.firstElementChild;
      return (field as Field | null | undefined)?.value.trim() ?? '';
    },
    addRow: () => {
      const count = body.rows.length;
      if (count >= Number(table.dataset['limit'])) return false;
      body.append(blankCopy(form, body.rows[count - 1]!));
      number(count);
      return true;
    },
    dropRow: (row) => {
      if (body.rows.length === 1) body.append(blankCopy(form, body.rows[0]!));
      body.rows[row]?.remove();
      number(row);
      changed();
    },
    bindLot: (row, id) => bindLot(body.rows[row]!, row, id),
    rowOfLot: (id) => Array.from(body.rows).findIndex((row) => lotOf(row)?.value === id),
    changed,
    onChange: (watcher) => watchers.push(watcher),
  };
}
