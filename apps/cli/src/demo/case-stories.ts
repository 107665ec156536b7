import { addDecimals, formatDecimal, readDecimal } from '#quantity';
import demo from './demo.json' with { type: 'json' };
import { demoStories, methodOf, nameOf } from './stories.js';
import type { CarriedStory, Story } from './story.js';

/** One published event of cases.json, as far as its figures go. */
export interface PublishedCase {
  readonly id: string;
  readonly place: string;
  readonly lines: readonly {
    readonly category: string;
    readonly description: string;
    readonly quantity: string | null;
    readonly unit: string | null;
    readonly expected_base: { readonly quantity: string; readonly unit: string } | null;
  }[];
}

/** Base totals by `category unit`, as canonical decimals. */
export type Totals = ReadonlyMap<string, string>;

/** A story of every case that has figures; tobacco is the tobacco bureau's case, the rest market regulation's. */
export function caseStories(cases: readonly PublishedCase[]): { story: Story; expected: Totals }[] {
  return cases.flatMap((published) => {
    const figures = published.lines.filter((line) => line.quantity !== null && line.unit !== null);
    if (figures.length === 0) return [];
    const lines = figures.map(({ category, description, quantity, unit }) => ({
      category,
      description: description === '' ? nameOf(category) : description,
      amount: quantity!,
      unit: unit!,
      site: 'site',
    }));
    const tobacco = lines.some(({ category }) => /cig|tobacco|cigar/.test(category));
    const story: Story = {
      id: `case-${published.id}`,
      agency: tobacco ? 'tb' : 'mr',
      title: `${published.place} (${published.id})`,
      place: published.place,
      method: methodOf(lines),
      sites: [{ code: 'site', name: published.place, address: published.place }],
      lines,
    };
    return [{ story, expected: expectedTotals(figures) }];
  });
}

function expectedTotals(lines: PublishedCase['lines']): Totals {
  return sum(
    lines.map((line) => ({
      category: line.category,
      base: { amount: line.expected_base!.quantity, unit: line.expected_base!.unit },
    })),
  );
}

/** The standing example: what its two events say in one figure, or in one figure for each unit. */
export function exampleStories(): { story: Story; expected: Totals }[] {
  return demoStories().map((story) => {
    const { headline, totals } = demo.events.find(({ id }) => id === story.id)!;
    const bases = headline ? [headline] : totals!.map((total) => total.base ?? total);
    return { story, expected: new Map(bases.map(({ amount, unit }) => [`all ${unit}`, amount])) };
  });
}

/** A certificate's headline, else its sums by unit, in the form of {@link exampleStories}. */
export function figuresOf({ headline, totals }: CarriedStory): Totals {
  if (headline) return new Map([[`all ${headline.unit}`, headline.amount]]);
  return sum(totals.map(({ base }) => ({ category: 'all', base })));
}

/** Sums a certificate's totals in the same form as the expected ones. */
export function totalsOf({ totals }: CarriedStory): Totals {
  return sum(totals);
}

function sum(parts: CarriedStory['totals']): Totals {
  const totals = new Map<string, string>();
  for (const { category, base } of parts) {
    const key = `${category} ${base.unit}`;
    totals.set(
      key,
      formatDecimal(addDecimals(readDecimal(totals.get(key) ?? '0'), readDecimal(base.amount))),
    );
  }
  return totals;
}

/** What differs, as `key: expected X, certificate Y`; empty where the totals are equal. */
export function differences(expected: Totals, found: Totals): string[] {
  const keys = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return keys
    .filter((key) => expected.get(key) !== found.get(key))
    .map((key) => `${key}: expected ${expected.get(key) ?? 'none'}, certificate ${found.get(key) ?? 'none'}`);
}
