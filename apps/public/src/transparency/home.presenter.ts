import type { Language } from '#platform';
import {
  formatDate,
  formatTime,
  sumsByAgency,
  sumsByCategory,
  sumsByMethod,
  sumsByMonth,
  sumsByUnit,
  type PublicEvent,
  type PublicSnapshot,
  type PublicStock,
  type Sum,
} from '#published';
import { formatAmount } from '#quantity';
import { drawFlow } from '../charts/flow-chart.js';
import { flowRows } from '../charts/flow-rows.js';
import { drawMonths } from '../charts/month-chart.js';
import { named, presentFigures } from '../verify/verification.presenter.js';
import { twelveMonths } from './months.js';

type Say = (code: string, facts?: Record<string, string>) => string;
export interface HomeContext {
  readonly language: Language;
  readonly say: Say;
  /** Code of the unit whose flow is shown; the first one where it is not known. */
  readonly unit?: string;
}
const recent = 6;

/** The front page, from a snapshot alone. */
export function presentHome(snapshot: PublicSnapshot, context: HomeContext) {
  const { language } = context;
  const [newest] = snapshot.events;
  return {
    asOf: formatTime(snapshot.asOf),
    cards: snapshot.events.slice(0, 2).flatMap((event) => headlines(event, language)),
    events: snapshot.events.slice(0, recent).map((event) => presentRow(event, language)),
    eventCount: String(snapshot.events.length),
    totals: sumsByUnit(snapshot.events).map((sum) => presentSum(sum, language)),
    months: presentMonths(snapshot, context),
    flow: presentFlow(snapshot, context),
    newest: newest && {
      ...presentRow(newest, language),
      groups: groupsOf(sumsByCategory([newest]), language),
    },
    methods: groupsOf(sumsByMethod(snapshot.events), language),
    agencies: groupsOf(sumsByAgency(snapshot.events), language),
    stock: snapshot.stock.map((stock) => presentStock(stock, language)),
    duration: snapshot.decisionToDestruction,
  };
}

/** One line of the list of destructions. */
export function presentRow(event: PublicEvent, language: Language) {
  return {
    reference: event.batch.reference,
    certificate: event.certificate,
    day: formatDate(event.destroyed.to, event.destroyed.utcOffset),
    agency: named(event.agency, language),
    figures: presentFigures(event, language),
  };
}

/** Sums of one unit at a time, with bars that compare within the unit only. */
export function groupsOf(sums: readonly Sum[], language: Language) {
  const units = [...new Set(sums.map(({ unit }) => unit.code))];
  return units.map((code) => {
    const own = sums.filter(({ unit }) => unit.code === code);
    const largest = Math.max(...own.map(({ amount }) => Number(amount)));
    return {
      unit: named(own[0]!.unit, language),
      rows: own.map((sum) => ({
        ...presentSum(sum, language),
        // In hundredths, for the width of a bar.
        share: Math.round((Number(sum.amount) / largest) * 10_000) / 100,
      })),
    };
  });
}

function presentSum({ key, unit, amount, events }: Sum, language: Language) {
  return {
    name: named(key, language),
    unit: named(unit, language),
    amount: formatAmount(amount),
    events: String(events),
  };
}

interface Card {
  readonly day: string;
  readonly agency: string;
  readonly reference: string;
  readonly amount: string;
  readonly unit: string;
  readonly rule?: string;
  readonly categories?: number | undefined;
  readonly parts: readonly { readonly amount: string; readonly unit: string }[];
}

function headlines(event: PublicEvent, language: Language): Card[] {
  const figures = presentFigures(event, language);
  const about = {
    day: formatDate(event.destroyed.to, event.destroyed.utcOffset),
    agency: named(event.agency, language),
    reference: event.batch.reference,
  };
  const { headline } = figures;
  if (headline) return [{ ...about, ...headline, parts: figures.unitTotals }];
  return figures.unitTotals.map((total) => ({ ...about, ...total, parts: [] }));
}

function presentMonths({ events, asOf }: PublicSnapshot, { language, say }: HomeContext) {
  const months = twelveMonths(asOf);
  const sums = sumsByMonth(events).filter(({ key }) => months.includes(key.code));
  return [...new Set(sums.map(({ unit }) => unit.code))].map((code) => {
    const own = sums.filter(({ unit }) => unit.code === code);
    const bars = months.map((month) => ({
      month,
      amount: own.find(({ key }) => key.code === month)?.amount ?? '0',
    }));
    const unit = named(own[0]!.unit, language);
    const words = {
      id: `month-${code}`,
      title: say('page.month-chart', { unit }),
      description: own.map(({ key, amount }) => `${key.code}: ${formatAmount(amount)} ${unit}`).join('; '),
    };
    const rows = bars.map(({ month, amount }) => ({ month, amount: formatAmount(amount) }));
    return { code, unit, rows, svg: drawMonths(bars, words) };
  });
}

function presentFlow({ flows }: PublicSnapshot, { language, say, unit }: HomeContext) {
  const flow =
    flows.find((one) => one.unit.code === unit) ?? flows.find((one) => one.unit.code === 'piece') ?? flows[0];
  if (!flow) return undefined;
  const name = named(flow.unit, language);
  const rows = flowRows(flow).map(({ code, amount, side }) => ({
    name: say(`flow.${code}`),
    amount: formatAmount(amount),
    side,
  }));
  const words = {
    id: 'flow',
    title: say('page.flow-chart', { unit: name }),
    description: rows.map((row) => `${row.name}: ${row.amount} ${name}`).join('; '),
  };
  const side = (which: string) =>
    rows
      .filter((row) => row.side === which)
      .map(({ amount }) => amount)
      .join(' + ');
  return {
    ...{ rows, unit: name, code: flow.unit.code, releasedOnly: flow.releasedOnly },
    balance: `${side('in')} = ${side('out')}`,
    units: flows.map((one) => ({ code: one.unit.code, name: named(one.unit, language) })),
    svg: drawFlow(flow, say, words),
  };
}

function presentStock({ unit, bands }: PublicStock, language: Language) {
  const largest = Math.max(...bands.map(({ amount }) => Number(amount)), 1);
  return {
    unit: named(unit, language),
    bands: bands.map(({ from, to, amount }) => ({
      from: String(from),
      to: to === undefined ? undefined : String(to),
      amount: formatAmount(amount),
      share: Math.round((Number(amount) / largest) * 10_000) / 100,
    })),
  };
}
