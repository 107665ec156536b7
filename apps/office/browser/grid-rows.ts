// One row of the grid: its fields, its number, the lot that it will be.

export type Field = HTMLInputElement | HTMLSelectElement;
/** What one types into, in the order of the columns. */
export const fields = 'input:not([type=hidden]),select';

/** The field with the id of the row's lot, where something is bound to it already. */
export function lotOf(row: HTMLTableRowElement): HTMLInputElement | null {
  return row.querySelector<HTMLInputElement>('input[type=hidden]');
}

/** Gives the row's lot an id: the one it has, else `id`, else a new one. */
export function bindLot(row: HTMLTableRowElement, index: number, id?: string): string {
  const known = lotOf(row);
  if (known) return known.value;
  const hidden = document.createElement('input');
  hidden.type = 'hidden';
  hidden.name = `lots.${index}.id`;
  hidden.value = id ?? newId();
  row.cells[row.cells.length - 1]?.prepend(hidden);
  return hidden.value;
}

/** An empty row like another one. */
export function blankCopy(form: HTMLFormElement, like: HTMLTableRowElement): HTMLTableRowElement {
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
export function numberRow(table: HTMLTableElement, row: HTMLTableRowElement, index: number): void {
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
  const id = lotOf(row);
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
