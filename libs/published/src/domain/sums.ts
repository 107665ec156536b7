import { addBase, zeroOf } from '#quantity';
import type { CodedName, Figure } from './published-certificate.js';
import type { PublicEvent } from './public-snapshot.js';
import { siteDate } from './site-time.js';

/** One exact sum of a group in one unit. */
export interface Sum extends Figure {
  readonly key: CodedName;
  readonly events: number;
}

/** Destroyed in base units, by whatever `groupOf` says of a figure; ordered by unit, then by amount, biggest first. */
function sumsBy<T extends Figure>(
  events: readonly PublicEvent[],
  figuresOf: (event: PublicEvent) => readonly T[],
  keyOf: (figure: T, event: PublicEvent) => CodedName,
): Sum[] {
  const sums = new Map<string, { key: CodedName; unit: CodedName; amount: string; in: Set<PublicEvent> }>();
  for (const event of events)
    for (const figure of figuresOf(event)) {
      const key = keyOf(figure, event);
      const id = `${figure.unit.code} ${key.code}`;
      const before = sums.get(id) ?? { key, unit: figure.unit, amount: '0', in: new Set() };
      const base = { amount: figure.amount, unit: figure.unit.code };
      const { amount } = addBase({ ...zeroOf(base.unit), amount: before.amount }, base);
      sums.set(id, { ...before, amount, in: before.in.add(event) });
    }
  const list = [...sums.values()].map(({ in: found, ...sum }) => ({ ...sum, events: found.size }));
  return list.sort(
    (a, b) =>
      order(a.unit.code, b.unit.code) || Number(b.amount) - Number(a.amount) || order(a.key.code, b.key.code),
  );
}

export function sumsByUnit(events: readonly PublicEvent[]): Sum[] {
  return sumsBy(events, totalsOf, ({ unit }) => unit);
}

export function sumsByCategory(events: readonly PublicEvent[]): Sum[] {
  return sumsBy(events, totalsOf, ({ category }) => category);
}

export function sumsByMethod(events: readonly PublicEvent[]): Sum[] {
  return sumsBy(
    events,
    ({ methods }) => methods,
    ({ method }) => method,
  );
}

/** By the agency that issued the certificate, so that nothing counts twice. */
export function sumsByAgency(events: readonly PublicEvent[]): Sum[] {
  return sumsBy(events, totalsOf, (_, { agency }) => agency);
}

/** By the month (`2026-11`, Beijing time) in which the destruction ended; months in their order. */
export function sumsByMonth(events: readonly PublicEvent[]): Sum[] {
  const sums = sumsBy(events, totalsOf, (_, { destroyed }) => {
    const month = siteDate(destroyed.to).slice(0, 7);
    return { code: month, zh: month, en: month };
  });
  return sums.sort((a, b) => order(a.unit.code, b.unit.code) || order(a.key.code, b.key.code));
}

function totalsOf({ totals }: PublicEvent): PublicEvent['totals'] {
  return totals;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
