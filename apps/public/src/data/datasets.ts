import {
  formatDate,
  sumsByAgency,
  sumsByCategory,
  sumsByMethod,
  sumsByMonth,
  sumsByUnit,
  type CodedName,
  type Figure,
  type PublicSnapshot,
  type Sum,
} from '#published';
import { flowRows } from '../charts/flow-rows.js';

/** What a cell holds: amounts are exact decimals as text. */
export type ColumnKind = 'text' | 'date' | 'amount' | 'count';
export type Row = Readonly<Record<string, string>>;
export interface Dataset {
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly columns: readonly (readonly [name: string, kind: ColumnKind])[];
  rows(snapshot: PublicSnapshot): Row[];
}

const unitColumns = [
  ['amount', 'amount'],
  ['unit', 'text'],
  ['unit_zh', 'text'],
  ['unit_en', 'text'],
] as const;

/** The files of open data, each a pure function of a snapshot. */
export const datasets: readonly Dataset[] = [
  {
    name: 'events',
    title: { zh: '已公布的销毁', en: 'Released destructions' },
    columns: [
      ...(['batch', 'certificate'].map((name) => [name, 'text']) as [string, ColumnKind][]),
      ...([
        ['destroyed_from', 'date'],
        ['destroyed_to', 'date'],
      ] as const),
      ...named('agency'),
      ...named('method'),
      ...([
        ['sites_zh', 'text'],
        ['sites_en', 'text'],
        ['agencies_zh', 'text'],
        ['agencies_en', 'text'],
        // Empty where the agency gave no figure.
        ['attendance', 'text'],
        ['consultations', 'text'],
        ['leaflets', 'text'],
      ] as const),
    ],
    rows: ({ events }) =>
      events.map((event) => ({
        batch: event.batch.reference,
        certificate: event.certificate,
        destroyed_from: formatDate(event.destroyed.from, event.destroyed.utcOffset),
        destroyed_to: formatDate(event.destroyed.to, event.destroyed.utcOffset),
        ...names('agency', event.agency),
        ...names('method', event.method),
        sites_zh: event.sites.map(({ zh }) => zh).join('; '),
        sites_en: event.sites.map(({ en }) => en).join('; '),
        agencies_zh: event.agencies.map(({ zh }) => zh).join('; '),
        agencies_en: event.agencies.map(({ en }) => en).join('; '),
        attendance: String(event.report?.attendance ?? ''),
        consultations: String(event.report?.consultations ?? ''),
        leaflets: String(event.report?.leaflets ?? ''),
      })),
  },
  {
    name: 'lines',
    title: { zh: '每次销毁按类别的数量', en: 'Quantities by category of each destruction' },
    columns: [
      ['batch', 'text'],
      ['certificate', 'text'],
      ['destroyed_to', 'date'],
      ...named('category'),
      ...unitColumns,
    ],
    rows: ({ events }) =>
      events.flatMap((event) =>
        event.totals.map((total) => ({
          batch: event.batch.reference,
          certificate: event.certificate,
          destroyed_to: formatDate(event.destroyed.to, event.destroyed.utcOffset),
          ...names('category', total.category),
          ...quantity(total),
        })),
      ),
  },
  sums('units', { zh: '按计量单位的合计', en: 'Totals by unit' }, undefined, sumsByUnit),
  sums('categories', { zh: '按类别的合计', en: 'Totals by category' }, 'category', sumsByCategory),
  sums('methods', { zh: '按处置方式的合计', en: 'Totals by method' }, 'method', sumsByMethod),
  sums('agencies', { zh: '按签发机关的合计', en: 'Totals by issuing agency' }, 'agency', sumsByAgency),
  {
    name: 'months',
    title: { zh: '按月的合计', en: 'Totals by month' },
    columns: [['month', 'text'], ['events', 'count'], ...unitColumns],
    rows: ({ events }) =>
      sumsByMonth(events).map((sum) => ({
        month: sum.key.code,
        events: String(sum.events),
        ...quantity(sum),
      })),
  },
  {
    name: 'flows',
    title: { zh: '物品流向', en: 'Where the goods went' },
    columns: [['side', 'text'], ['part', 'text'], ...unitColumns],
    rows: ({ flows }) =>
      flows.flatMap((flow) =>
        flowRows(flow).map(({ code, side, amount }) => ({
          side,
          part: code,
          ...quantity({ amount, unit: flow.unit }),
        })),
      ),
  },
  {
    name: 'stock',
    title: { zh: '仍在库物品的库龄', en: 'Goods still held, by age' },
    columns: [['days_from', 'count'], ['days_to', 'text'], ...unitColumns],
    rows: ({ stock }) =>
      stock.flatMap(({ unit, bands }) =>
        bands.map(({ from, to, amount }) => ({
          days_from: String(from),
          days_to: to === undefined ? '' : String(to),
          ...quantity({ amount, unit }),
        })),
      ),
  },
];

function sums(
  name: string,
  title: Dataset['title'],
  key: string | undefined,
  sumsOf: (events: PublicSnapshot['events']) => Sum[],
): Dataset {
  return {
    ...{ name, title },
    columns: [...(key ? named(key) : []), ['events', 'count'], ...unitColumns],
    rows: ({ events }) =>
      sumsOf(events).map((sum) => ({
        ...(key && names(key, sum.key)),
        events: String(sum.events),
        ...quantity(sum),
      })),
  };
}

function named(name: string): (readonly [string, ColumnKind])[] {
  return [name, `${name}_zh`, `${name}_en`].map((column) => [column, 'text'] as const);
}

function names(name: string, { code, zh, en }: CodedName): Row {
  return { [name]: code, [`${name}_zh`]: zh, [`${name}_en`]: en };
}

function quantity({ amount, unit }: Figure): Row {
  return { amount, unit: unit.code, unit_zh: unit.zh, unit_en: unit.en };
}
