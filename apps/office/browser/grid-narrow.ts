// On a phone: finished rows are one line each, the current row is a card, “next line” opens the one after it. The
// classes do this on narrow screens alone, so turning the phone changes nothing of what was typed.
import type { Grid } from './grid-table.js';

export function foldRows(grid: Grid): void {
  const { table, body, form } = grid;
  let current = Math.max(0, firstWrong(grid));
  table.classList.add('dl-grid-live');
  const fold = () => {
    Array.from(body.rows).forEach((row, index) => {
      const open = index === current || row.querySelector('[aria-invalid]') !== null;
      const text = open ? '' : sentenceOf(grid, row);
      row.dataset['row'] = open ? 'card' : text === '' ? 'empty' : 'line';
      if (row.dataset['row'] === 'line') lineOf(grid, row, index).textContent = `${index + 1}  ${text}`;
      else row.querySelector('.dl-row-line')?.remove();
    });
  };
  const open = (row: number) => {
    current = row;
    fold();
    grid.fieldsIn(row)[0]?.focus();
  };
  body.addEventListener('focusin', (event) => {
    const row = (event.target as HTMLElement).closest('tr')?.sectionRowIndex;
    if (row === undefined || row === current || (event.target as HTMLElement).matches('.dl-row-line')) return;
    current = row;
    fold();
  });
  body.addEventListener('click', (event) => {
    const line = (event.target as HTMLElement).closest('.dl-row-line');
    if (line) open((line.closest('tr') as HTMLTableRowElement).sectionRowIndex);
  });
  const next = form.querySelector<HTMLButtonElement>('[data-next-line]');
  next?.addEventListener('click', () => {
    if (current + 1 < body.rows.length || grid.addRow()) open(current + 1);
  });
  if (next) next.hidden = false;
  grid.onChange(() => {
    current = Math.min(current, body.rows.length - 1);
  });
  grid.onChange(debounced(fold));
  fold();
}

function debounced(act: () => void): () => void {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, 250);
  };
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
