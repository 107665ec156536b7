// On a phone: finished rows are one line each, the current row is a card, “next line” opens the one after it. The
// classes do this on narrow screens alone, so turning the phone changes nothing of what was typed.
import type { Grid } from './grid-table.js';
import { whenIdle } from './when-idle.js';

export function foldRows(grid: Grid): void {
  const { table, body, form } = grid;
  const narrow = window.matchMedia('(max-width: 640px)');
  let current = Math.max(0, firstWrong(grid));
  table.classList.add('dl-grid-live');
  const all = () => {
    // A wide screen shows every row open, and a long list must not be walked through for nothing.
    if (narrow.matches) Array.from(body.rows).forEach((row, index) => fold(grid, row, index === current));
  };
  const open = (row: number) => {
    const before = current;
    current = row;
    if (!narrow.matches) return;
    for (const one of [before, row]) if (body.rows[one]) fold(grid, body.rows[one], one === row);
  };
  const enter = (row: number) => {
    open(row);
    grid.fieldsIn(row)[0]?.focus();
  };
  body.addEventListener('focusin', (event) => {
    const row = (event.target as HTMLElement).closest('tr')?.sectionRowIndex;
    if (row !== undefined && row !== current && !(event.target as HTMLElement).matches('.dl-row-line'))
      open(row);
  });
  body.addEventListener('click', (event) => {
    const line = (event.target as HTMLElement).closest('.dl-row-line');
    if (line) enter((line.closest('tr') as HTMLTableRowElement).sectionRowIndex);
  });
  const next = form.querySelector<HTMLButtonElement>('[data-next-line]');
  next?.addEventListener('click', () => {
    if (current + 1 < body.rows.length || grid.addRow()) enter(current + 1);
  });
  if (next) next.hidden = false;
  grid.onChange(() => {
    current = Math.min(current, body.rows.length - 1);
  });
  grid.onChange(whenIdle(all, 250));
  narrow.addEventListener('change', all);
  all();
}

function fold(grid: Grid, row: HTMLTableRowElement, current: boolean): void {
  const open = current || row.querySelector('[aria-invalid]') !== null;
  const text = open ? '' : sentenceOf(grid, row);
  const state = open ? 'card' : text === '' ? 'empty' : 'line';
  row.dataset['row'] = state;
  const index = row.sectionRowIndex;
  if (state === 'line') lineOf(grid, row, index).textContent = `${index + 1}  ${text}`;
  else row.querySelector('.dl-row-line')?.remove();
}

function firstWrong({ body }: Grid): number {
  const wrong = Array.from(body.rows).findIndex((row) => row.querySelector('[aria-invalid]') !== null);
  if (wrong >= 0) return wrong;
  return Array.from(body.rows).findIndex((row) => row.querySelector<HTMLInputElement>('input')?.value === '');
}

function sentenceOf({ valueIn }: Grid, row: HTMLTableRowElement): string {
  const [category, description] = [valueIn(row, 'category'), valueIn(row, 'description')];
  const quantity = `${valueIn(row, 'amount')} ${valueIn(row, 'unit')}`.trim();
  return [category, description, quantity].filter((one) => one !== '').join(' · ');
}

function lineOf({ table }: Grid, row: HTMLTableRowElement, index: number): HTMLElement {
  const known = row.querySelector<HTMLButtonElement>('.dl-row-line');
  const line = known ?? document.createElement('button');
  if (!known) {
    line.type = 'button';
    line.className = 'dl-row-line';
    row.querySelector('th')?.append(line);
  }
  line.title = (table.dataset['open'] ?? '').replace('{row}', String(index + 1));
  return line;
}
