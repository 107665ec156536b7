import type { CategoryTotal } from '#batches';
import type { BatchSnapshot, SnapshotLine } from '#entries';
import { sumByUnit, type BaseQuantity } from '#quantity';
import type { Words } from '../shell/words.js';

/** By what the lines of a list are put together. */
export const groupings = ['category', 'agency', 'decision'] as const;
export type Grouping = (typeof groupings)[number];

/** A line with whether it is still in the batch. */
export type ListLine = SnapshotLine & { readonly inBatch: boolean };

/** One exact sum for each base unit; unlike units are never added. */
export function totalsByUnit(totals: readonly Pick<CategoryTotal, 'base'>[], words: Words) {
  return unitsOf(
    totals.map(({ base }) => base),
    words,
  );
}

function unitsOf(amounts: readonly BaseQuantity[], words: Words) {
  return sumByUnit(amounts).map(({ amount, unit }) => ({
    amount: words.amount(amount),
    unit: words.unit(unit),
  }));
}

/** Lines put together with their number and exact sums, the largest group first. */
export function groupsOf(
  by: Grouping,
  { lines, decisions }: { lines: readonly ListLine[]; decisions: BatchSnapshot['decisions'] },
  names: { readonly words: Words; readonly agency: (code: string) => string },
) {
  const { words } = names;
  const decided = new Map(decisions.flatMap(({ number, lots }) => lots.map((lot) => [lot, number])));
  const nameOf: Record<Grouping, (line: ListLine) => string> = {
    category: ({ category }) => words.category(category),
    agency: ({ responsible }) => names.agency(responsible),
    decision: ({ lot }) => decided.get(lot) ?? '—',
  };
  const groups = new Map<string, ListLine[]>();
  for (const line of lines.filter(({ inBatch }) => inBatch)) {
    const name = nameOf[by](line);
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([name, own]) => ({
      name,
      lots: own.length,
      units: unitsOf(
        own.map(({ base }) => base),
        words,
      ),
    }));
}

/** A line as the table shows it. */
export function lineShown(
  line: ListLine,
  { words, sites, changed }: { words: Words; sites: BatchSnapshot['sites']; changed: ReadonlySet<string> },
) {
  return {
    lot: line.lot,
    code: line.code,
    category: words.category(line.category),
    description: line.description,
    quantity: words.quantity(line.quantity),
    base: line.quantity.unit === line.base.unit ? '' : words.quantity(line.base),
    site: sites.find(({ code }) => code === line.site)?.name ?? line.site,
    method: words.method(line.method),
    unsuitable: line.unsuitable === true,
    inBatch: line.inBatch,
    changed: changed.has(line.lot),
  };
}

/** Lines whose number, goods or category has the searched text, in the order of their numbers. */
export function linesWith(lines: readonly ListLine[], q: string, words: Words): ListLine[] {
  const wanted = q.toLowerCase();
  const fits = ({ code, category, description }: ListLine) =>
    `${code} ${words.category(category)} ${description}`.toLowerCase().includes(wanted);
  return [...lines].filter(fits).sort((a, b) => (a.code < b.code ? -1 : 1));
}
