// The line grid as its parts see it: fields by row and column, rows that come and go.

export type Field = HTMLInputElement | HTMLSelectElement;

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

const fields = 'input:not([type=hidden]),select';

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
    valueIn: (row, column) =>
      row.querySelectorAll<Field>(fields)[columns.indexOf(column)]?.value.trim() ?? '',
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
    bindLot: (row, id) => {
      const known = body.rows[row]?.querySelector<HTMLInputElement>('input[type=hidden]');
      if (known) return known.value;
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = `lots.${row}.id`;
      hidden.value = id ?? newId();
      body.rows[row]?.cells[body.rows[row].cells.length - 1]?.prepend(hidden);
      return hidden.value;
    },
    rowOfLot: (id) =>
      Array.from(body.rows).findIndex(
        (row) => row.querySelector<HTMLInputElement>('input[type=hidden]')?.value === id,
      ),
    changed,
    onChange: (watcher) => watchers.push(watcher),
  };
}

function blankCopy(form: HTMLFormElement, like: HTMLTableRowElement): HTMLTableRowElement {
  const row = like.cloneNode(true) as HTMLTableRowElement;
  row.removeAttribute('data-row');
  row.querySelectorAll('.govuk-error-message,input[type=hidden],.dl-row-line').forEach((one) => one.remove());
  const basis = form.querySelector<Field>('[data-default="basis"]')?.value ?? '';
  row.querySelectorAll<Field>(fields).forEach((field) => {
    field.classList.remove('govuk-input--error');
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    if (field instanceof HTMLInputElement) field.value = '';
    else field.value = basis === '' ? field.options[0]!.value : basis;
  });
  return row;
}

/** Names, labels and numbers of a row by its place. */
function numberRow(table: HTMLTableElement, row: HTMLTableRowElement, index: number): void {
  const shown = String(index + 1);
  const number = row.querySelector('[data-number]');
  if (number) number.textContent = shown;
  const heads = table.querySelectorAll<HTMLElement>('th[data-column]');
  row.querySelectorAll<Field>(fields).forEach((field, column) => {
    const head = heads[column];
    field.id = field.name = `lots.${index}.${head?.dataset['column'] ?? ''}`;
    const label = (table.dataset['label'] ?? '').replace('{row}', shown);
    field.setAttribute('aria-label', label.replace('{column}', head?.textContent ?? ''));
  });
  const id = row.querySelector<HTMLInputElement>('input[type=hidden]');
  if (id) id.name = `lots.${index}.id`;
  const drop = row.querySelector<HTMLButtonElement>('.dl-drop');
  if (drop) {
    drop.value = `drop-${index}`;
    drop.setAttribute('aria-label', (table.dataset['drop'] ?? '').replace('{row}', shown));
  }
}

/** A random UUID (RFC 9562, version 4); older browsers lack `crypto.randomUUID`. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
