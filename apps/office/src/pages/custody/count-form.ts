import type { TransferPresenter } from '../../custody/transfer.presenter.js';
import {
  addDecimals,
  canonicalAmount,
  compareDecimals,
  formatDecimal,
  readDecimal,
  subtractDecimals,
} from '#quantity';
import type { FieldError } from '#kernel';
import { plainAmount } from '../seizures/registration-lines.js';
import { optionalText, text, type FormValues } from '../shell/form-values.js';

type TransferShown = Awaited<ReturnType<TransferPresenter['one']>>;
export type OfferedLine = TransferShown['lines'][number];

/** A line of the count, as it was typed or as it is recorded. */
export interface CountedRow {
  readonly line: OfferedLine;
  /** As typed; empty where nothing was. */
  readonly typed: string;
  readonly seals: string;
  readonly note: string;
  /** Its label was scanned. */
  readonly scanned: boolean;
  /** Received minus offered, in the unit of the offer; undefined as long as the count can't be read. */
  readonly difference?: string;
}

/** What the count would book, for one unit. Unlike units are never added. */
export interface BookedUnit {
  readonly unit: string;
  readonly custody: string;
  readonly shortage: string;
  readonly surplus: string;
}

/** The rows of the count: what is typed in the form, or with `recorded` what the ledger has. */
export function countedRows(
  lines: readonly OfferedLine[],
  from: { readonly values: FormValues } | 'recorded',
): CountedRow[] {
  return lines.map((line, row) => {
    if (from === 'recorded') {
      const typed = line.received?.amount ?? '';
      const shown = { line, typed, seals: line.sealsIntact ?? '', note: line.note ?? '', scanned: false };
      return { ...shown, ...differenceOf(line, typed) };
    }
    const field = (name: string) => text(from.values, `lines.${String(row)}.${name}`);
    const [typed, seals, note] = [field('received'), field('seals'), field('note')];
    return { line, typed, seals, note, scanned: field('scanned') === 'yes', ...differenceOf(line, typed) };
  });
}

function differenceOf({ offered }: OfferedLine, typed: string): { difference?: string } {
  try {
    const received = readDecimal(canonicalAmount(plainAmount(typed), { allowZero: true }));
    return { difference: formatDecimal(subtractDecimals(received, readDecimal(offered.amount))) };
  } catch {
    // The check of the request names what is wrong with it.
    return {};
  }
}

export function differs({ difference }: CountedRow): boolean {
  return difference !== undefined && difference !== '0';
}

/** The count as a request of the interface. */
export function acceptanceRequest(rows: readonly CountedRow[], location: string) {
  return {
    lines: rows.map(({ line, typed, seals, note }) => ({
      lot: line.lot,
      received: { amount: plainAmount(typed), unit: line.offered.unit },
      sealsIntact: seals,
      ...optionalText('note', note),
    })),
    ...optionalText('location', location),
  };
}

/** Rows that need a word of explanation and have none: another amount than expected, or a broken seal. */
export function missingNotes(rows: readonly CountedRow[]): FieldError[] {
  return rows.flatMap((row, index) =>
    (differs(row) || row.seals === 'no') && row.note === ''
      ? [{ pointer: `/lines/${String(index)}/note`, code: 'transfers.note-missing' }]
      : [],
  );
}

/**
 * What the count books, by unit: what arrived of the offer goes into custody, what did not is missing, and what is more
 * becomes lots of its own (domain.md, Hand-over).
 */
export function bookedUnits(rows: readonly CountedRow[]): BookedUnit[] {
  const units = new Map<string, { custody: string; shortage: string; surplus: string }>();
  for (const { line, difference } of rows) {
    if (difference === undefined) continue;
    const { amount, unit } = line.offered;
    const sums = units.get(unit) ?? { custody: '0', shortage: '0', surplus: '0' };
    const less = difference.startsWith('-') ? difference.slice(1) : '0';
    units.set(unit, {
      custody: plus(sums.custody, minus(amount, less)),
      shortage: plus(sums.shortage, less),
      surplus: plus(sums.surplus, less === '0' ? difference : '0'),
    });
  }
  return [...units].map(([unit, sums]) => ({ unit, ...sums }));
}

const plus = (a: string, b: string) => formatDecimal(addDecimals(readDecimal(a), readDecimal(b)));
const minus = (a: string, b: string) => formatDecimal(subtractDecimals(readDecimal(a), readDecimal(b)));

/** How many rows are short, are more, and agree. */
export function tallyOf(rows: readonly CountedRow[]) {
  const signs = rows.map(({ difference }) =>
    difference === undefined ? undefined : compareDecimals(readDecimal(difference), readDecimal('0')),
  );
  const count = (test: (sign: number | undefined) => boolean) => signs.filter(test).length;
  return {
    lines: rows.length,
    agree: count((sign) => sign === 0),
    short: count((sign) => sign !== undefined && sign < 0),
    more: count((sign) => sign !== undefined && sign > 0),
    scanned: rows.filter(({ scanned }) => scanned).length,
  };
}

/** The form's field for a place in the request. */
export function countFieldOf(pointer: string): string | undefined {
  const line = /^\/lines\/(\d+)(?:\/(received|sealsIntact|note))?/.exec(pointer);
  if (line) return `lines.${line[1]!}.${line[2] === 'sealsIntact' ? 'seals' : (line[2] ?? 'received')}`;
  return ['/location', '/reason', '/scan'].includes(pointer) ? pointer.slice(1) : undefined;
}
