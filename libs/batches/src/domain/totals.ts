import type { SnapshotLine, UnitAmount } from '#entries';
import { sumByUnit } from '#quantity';

export interface CategoryTotal {
  readonly category: string;
  readonly base: UnitAmount;
}

/** Pure: one exact sum for each category and base unit, in the order of codes; unlike units are never added. */
export function totalsOf(lines: readonly Pick<SnapshotLine, 'category' | 'base'>[]): CategoryTotal[] {
  const categories = [...new Set(lines.map(({ category }) => category))].sort();
  return categories.flatMap((category) =>
    sumByUnit(lines.filter((line) => line.category === category).map(({ base }) => base)).map((base) => ({
      category,
      base,
    })),
  );
}
