import { readFileSync } from 'node:fs';
import { sumByUnit, toBase, type Measure } from '#quantity';
import { builtInCatalogue as catalogue } from './built-in-catalogue.js';
import { bookGoods, unitLookup } from './domain/goods.js';

interface Figure {
  readonly category?: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly expected_base: { readonly quantity: string; readonly unit: string } | null;
}
interface Case {
  readonly id: string;
  readonly lines: readonly (Figure & { readonly category: string })[];
  readonly claimed_totals: readonly (Figure & {
    readonly lines: readonly number[] | null;
    readonly reproducible_from_lines: boolean;
  })[];
}
interface DemoEvent {
  readonly id: string;
  readonly sites: readonly { readonly code: string }[];
  readonly lines: readonly (Readonly<Record<string, string>> & { category: string; unit: string })[];
  readonly headline?: { readonly amount: string; readonly categories: number };
}

const read = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'));
const cases = read('test/data/cases.json') as readonly Case[];
const demo = read('apps/cli/src/demo/demo.json') as { readonly events: readonly DemoEvent[] };

const hasFigures = (figure: Figure): figure is Figure & Required<Pick<Measure, 'unit'>> =>
  figure.quantity !== null && figure.unit !== null && figure.expected_base !== null;
const measure = (figure: Figure): Measure => ({ amount: figure.quantity ?? '', unit: figure.unit ?? '' });
const expected = (figure: Figure): Measure => ({
  amount: figure.expected_base?.quantity ?? '',
  unit: figure.expected_base?.unit ?? '',
});

const lines = cases.flatMap(({ id, lines }) =>
  lines.filter(hasFigures).map((line) => ({ id, line, at: `${id}: ${line.quantity} ${line.unit}` })),
);
const totals = cases.flatMap((one) =>
  one.claimed_totals
    .filter(hasFigures)
    .map((total) => ({ one, total, at: `${one.id}: ${total.quantity} ${total.unit}` })),
);

describe('published destruction events', () => {
  it('bring 44 lines and 22 totals with figures', () => {
    expect([lines.length, totals.length]).toEqual([44, 22]);
  });

  it.each(lines)('books exactly the expected base quantity, $at', ({ line }) => {
    const booked = bookGoods(catalogue, { category: line.category, quantity: measure(line) });
    expect(booked.base).toEqual(expected(line));
  });

  it.each(totals)('converts the total exactly, and sums the lines to it, $at', ({ one, total }) => {
    expect(toBase(measure(total), { unitOf: unitLookup(catalogue) })).toEqual(expected(total));
    if (!total.reproducible_from_lines) return;
    const bases = (total.lines ?? []).map((index) => {
      const line = one.lines[index]!;
      return bookGoods(catalogue, { category: line.category, quantity: measure(line) }).base;
    });
    expect(sumByUnit(bases)).toEqual([expected(total)]);
  });
});

describe('the two events of the demonstration', () => {
  const basesOf = (event: DemoEvent) =>
    event.lines.flatMap((line) =>
      event.sites
        .map((site) => line[site.code] ?? '0')
        .filter((amount) => amount !== '0')
        .map((amount) =>
          bookGoods(catalogue, { category: line.category, quantity: { amount, unit: line.unit } }),
        )
        .map(({ base, category }) => ({ base, reporting: category.reportingUnit })),
    );
  const [county, district] = demo.events;

  it('add to 92,092 reporting units over 20 categories and two sites', () => {
    const bases = basesOf(county!);
    expect(bases.every(({ base, reporting }) => base.unit === reporting)).toBe(true);
    const counted = bases.map(({ base }) => ({ amount: base.amount, unit: 'reporting-unit' }));
    expect(sumByUnit(counted)).toEqual([{ amount: county!.headline!.amount, unit: 'reporting-unit' }]);
    expect(new Set(county!.lines.map((line) => line.category)).size).toBe(20);
  });

  it('add to 471,260 sticks and 1,640 kg', () => {
    expect(sumByUnit(basesOf(district!).map(({ base }) => base))).toEqual([
      { amount: '471260', unit: 'cig-stick' },
      { amount: '1640', unit: 'kg' },
    ]);
  });
});
