// Pasting blocks from a spreadsheet, and moving through the grid by keys.
import type { Field, Grid } from './grid-table.js';
import { columnsOfBlock, rowsOfBlock } from './table-text.js';

/** A block of cells goes into the grid from the focused cell on; rows are added where it is longer. */
export function takePaste(grid: Grid, note: HTMLElement | null): void {
  grid.table.addEventListener('paste', (event) => {
    const field = event.target as Field;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const start = grid.placeOf(field);
    if (!/[\t\n]/.test(text.trimEnd()) || start.column < 0) return;
    event.preventDefault();
    const block = columnsOfBlock(rowsOfBlock(text), grid.names, start.column);
    let pasted = 0;
    for (const cells of block.rows) {
      const row = start.row + pasted;
      if (row >= grid.body.rows.length && !grid.addRow()) break;
      fill(grid.fieldsIn(row), block.columns, cells);
      pasted += 1;
    }
    if (note) note.textContent = (note.dataset['pasted'] ?? '').replace('{count}', String(pasted));
    grid.changed();
  });
}

function fill(fields: Field[], columns: number[], cells: string[]): void {
  cells.forEach((value, i) => {
    const field = fields[columns[i] ?? -1];
    if (field instanceof HTMLInputElement) field.value = value;
    else if (field) {
      const option = Array.from(field.options).find(
        ({ text, value: code }) => text === value || code === value.toLowerCase(),
      );
      if (option) field.value = option.value;
    }
  });
}

/** Enter begins the next line, arrows move between cells, Ctrl+Delete deletes the line. */
export function takeKeys(grid: Grid, note: HTMLElement | null): void {
  grid.table.addEventListener('keydown', (event) => {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const field = event.target as HTMLElement;
    if (!field.matches('input,select') || event.altKey || event.shiftKey) return;
    const place = grid.placeOf(field as Field);
    if (event.key === 'Delete' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      drop(grid, place.row, note);
      grid.fieldsIn(Math.min(place.row, grid.body.rows.length - 1))[Math.max(place.column, 0)]?.focus();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const next = targetOf(event, field, place);
    if (next === undefined) return;
    event.preventDefault();
    if (next.row >= grid.body.rows.length && !grid.addRow()) return;
    grid.fieldsIn(next.row)[next.column]?.focus();
  });
  grid.table.addEventListener('click', (event) => {
    const button = (event.target as HTMLElement).closest<HTMLButtonElement>('.dl-drop');
    if (!button) return;
    event.preventDefault();
    const row = (button.closest('tr') as HTMLTableRowElement).sectionRowIndex;
    drop(grid, row, note);
    grid.fieldsIn(Math.min(row, grid.body.rows.length - 1))[0]?.focus();
  });
}

function drop(grid: Grid, row: number, note: HTMLElement | null): void {
  grid.dropRow(row);
  if (note) note.textContent = (note.dataset['dropped'] ?? '').replace('{row}', String(row + 1));
}

function targetOf(
  event: KeyboardEvent,
  field: HTMLElement,
  { row, column }: { row: number; column: number },
) {
  if (event.key === 'Enter') return { row: row + 1, column: 0 };
  // In a list to choose from, arrows choose.
  if (!(field instanceof HTMLInputElement)) return undefined;
  if (event.key === 'ArrowDown') return { row: row + 1, column };
  if (event.key === 'ArrowUp') return row > 0 ? { row: row - 1, column } : undefined;
  const [from, to] = [field.selectionStart, field.selectionEnd];
  if (event.key === 'ArrowLeft' && from === 0 && to === 0 && column > 0) return { row, column: column - 1 };
  const atEnd = from === field.value.length && to === from;
  return event.key === 'ArrowRight' && atEnd ? { row, column: column + 1 } : undefined;
}
