// Totals of what is typed, per unit; they are shown for orientation, the server adds for itself.
import type { Grid } from './grid-table.js';
import { whenIdle } from './when-idle.js';
import { sumOf } from './table-text.js';

export function showTotals(grid: Grid, box: HTMLElement | null): void {
  if (!box) return;
  const list = box.querySelector('dl')!;
  const show = () => {
    const units = amountsByUnit(grid);
    list.replaceChildren(
      ...Array.from(units, ([unit, one]) => groupOf(unit, one, box.dataset['estimated'] ?? '')),
    );
    box.hidden = units.size === 0;
  };
  grid.onChange(whenIdle(show, 200));
  show();
}

interface Amounts {
  readonly all: string[];
  readonly estimated: string[];
}

/** Amounts of the rows that carry one, by unit as it was typed. */
export function amountsByUnit({ body, form, valueIn }: Grid): Map<string, Amounts> {
  const usual = form.querySelector<HTMLInputElement>('[data-default="unit"]')?.value.trim() ?? '';
  const units = new Map<string, Amounts>();
  for (const row of Array.from(body.rows)) {
    const amount = valueIn(row, 'amount');
    const unit = valueIn(row, 'unit') || usual;
    if (amount === '' || unit === '') continue;
    const known = units.get(unit) ?? { all: [], estimated: [] };
    known.all.push(amount);
    if (valueIn(row, 'basis') === 'estimated') known.estimated.push(amount);
    units.set(unit, known);
  }
  return units;
}

function groupOf(unit: string, { all, estimated }: Amounts, sentence: string): HTMLElement {
  const group = document.createElement('div');
  const part = (tag: string, text: string) => {
    const one = group.appendChild(document.createElement(tag));
    one.textContent = text;
    return one;
  };
  part('dt', unit);
  part('dd', sumOf(all) ?? '?');
  if (estimated.length > 0) {
    part('dd', sentence.replace('{amount}', sumOf(estimated) ?? '?')).className = 'dl-small dl-soon';
  }
  return group;
}
