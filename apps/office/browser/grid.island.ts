// The line grid of a registration: paste from a spreadsheet, movement by keys, totals per unit. Without this script
// the same table is an ordinary form.
import { columnsOfBlock, rowsOfBlock, sumOf } from './table-text.js';

const grid = document.querySelector<HTMLTableElement>('[data-grid]');
if (grid) enhance(grid);

type Field = HTMLInputElement | HTMLSelectElement;
interface Grid {
  readonly body: HTMLTableSectionElement;
  readonly names: string[];
  fieldsIn(row: number): Field[];
  placeOf(field: Field): { row: number; column: number };
  addRow(): boolean;
}

function enhance(table: HTMLTableElement): void {
  const body = table.tBodies[0]!;
  const heads = Array.from(table.querySelectorAll<HTMLElement>('th[data-column]'));
  const names = heads.map((head) => head.textContent ?? '');
  const note = document.querySelector<HTMLElement>('[data-grid-note]');
  const limit = Number(table.dataset['limit']);

  const fieldsIn = (row: number): Field[] =>
    Array.from(body.rows[row]?.querySelectorAll<Field>('input,select') ?? []);
  const placeOf = (field: Field) => {
    const row = (field.closest('tr') as HTMLTableRowElement).sectionRowIndex;
    return { row, column: fieldsIn(row).indexOf(field) };
  };

  const addRow = (): boolean => {
    const count = body.rows.length;
    if (count >= limit) return false;
    const row = body.rows[count - 1]!.cloneNode(true) as HTMLTableRowElement;
    row.querySelector('th')!.textContent = String(count + 1);
    row.querySelectorAll('.govuk-error-message').forEach((message) => message.remove());
    row.querySelectorAll<Field>('input,select').forEach((field, column) => {
      field.id = field.name = `lots.${count}.${heads[column]!.dataset['column']}`;
      field.classList.remove('govuk-input--error');
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      const label = (table.dataset['label'] ?? '').replace('{row}', String(count + 1));
      field.setAttribute('aria-label', label.replace('{column}', names[column] ?? ''));
      if (field instanceof HTMLInputElement) field.value = '';
      else field.selectedIndex = 0;
    });
    body.append(row);
    const rows = table.closest('form')?.querySelector<HTMLInputElement>('input[name="rows"]');
    if (rows) rows.value = String(count + 1);
    return true;
  };

  const parts: Grid = { body, names, fieldsIn, placeOf, addRow };
  table.addEventListener('paste', (event) => paste(parts, note, event));
  table.addEventListener('keydown', (event) => move(parts, event));
  table.addEventListener('input', () => showTotals(body));
  showTotals(body);
}

function fill(fields: Field[], columns: number[], cells: string[]): void {
  cells.forEach((value, i) => {
    const field = fields[columns[i] ?? -1];
    if (field instanceof HTMLInputElement) field.value = value;
    else if (field) {
      const option = Array.from(field.options).find(
        ({ text, value: code }) => text === value || code === value,
      );
      if (option) field.value = option.value;
    }
  });
}

/** Totals of what is typed, per unit; they are shown for orientation, the server adds for itself. */
function showTotals(body: HTMLTableSectionElement): void {
  const box = document.querySelector<HTMLElement>('[data-grid-totals]');
  if (!box) return;
  const units = new Map<string, string[]>();
  for (const row of Array.from(body.rows)) {
    const value = (name: string) =>
      row.querySelector<HTMLInputElement>(`input[name$=".${name}"]`)?.value.trim() ?? '';
    const [amount, unit] = [value('amount'), value('unit')];
    if (amount !== '' && unit !== '') units.set(unit, [...(units.get(unit) ?? []), amount]);
  }
  box.replaceChildren(
    ...Array.from(units).map(([unit, amounts]) => {
      const group = document.createElement('div');
      const [term, total] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = unit;
      total.textContent = sumOf(amounts) ?? '?';
      group.append(term, total);
      return group;
    }),
  );
  box.hidden = units.size === 0;
}

/** A block of cells goes into the grid from the focused cell on; rows are added where it is longer. */
function paste(
  { body, names, fieldsIn, placeOf, addRow }: Grid,
  note: HTMLElement | null,
  event: ClipboardEvent,
): void {
  const field = event.target as Field;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text.trimEnd()) || !fieldsIn(placeOf(field).row).includes(field)) return;
  event.preventDefault();
  const start = placeOf(field);
  const block = columnsOfBlock(rowsOfBlock(text), names, start.column);
  let pasted = 0;
  for (const cells of block.rows) {
    const row = start.row + pasted;
    if (row >= body.rows.length && !addRow()) break;
    fill(fieldsIn(row), block.columns, cells);
    pasted += 1;
  }
  if (note) note.textContent = (note.dataset['pasted'] ?? '').replace('{count}', String(pasted));
  showTotals(body);
}

/** Enter begins the next line, arrows stay in the column. */
function move({ body, fieldsIn, placeOf, addRow }: Grid, event: KeyboardEvent): void {
  // While an input method composes, its keys are its own.
  if (event.isComposing || event.keyCode === 229 || !(event.target instanceof HTMLInputElement)) return;
  const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const { row, column } = placeOf(event.target);
  if (row + step >= body.rows.length && !addRow()) return;
  fieldsIn(row + step)[event.key === 'Enter' ? 0 : column]?.focus();
}
