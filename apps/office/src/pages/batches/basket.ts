import type { DraftContent, DraftLine, EligibleLot } from '#batches';
import { DomainError, type LotId } from '#kernel';
import type { Quantity } from '#quantity';
import { plainAmount } from '../seizures/registration-lines.js';
import { text, type FormValues } from '../shell/form-values.js';

/** As many as one list takes (interface for programs). */
export const mostLots = 5000;

/**
 * A list with further lots, each with all that is free of it. Lots that are in the list already stay as they are.
 * Throws `conflict` `batch.blocked` with a field error for each lot that may not enter; `invalid` `form.too-many-lots`.
 */
export function withLots(now: DraftContent, found: readonly EligibleLot[], site: string): DraftContent {
  const known = new Set(now.lots.map(({ lot }) => lot));
  const added = found.filter(({ facts }) => !known.has(facts.lot));
  const blocked = added.flatMap(({ facts, blockers }) =>
    blockers.map((one) => ({ pointer: `/add/${facts.code}`, code: one.code, facts: one.facts })),
  );
  if (blocked.length > 0) throw new DomainError('conflict', 'batch.blocked', {}, blocked);
  const lots = [...now.lots, ...added.map((one) => ({ lot: one.facts.lot, quantity: freeOf(one), site }))];
  if (lots.length > mostLots) {
    throw new DomainError('invalid', 'form.too-many-lots', { limit: String(mostLots) });
  }
  return { ...now, lots };
}

/** What is free: the whole lot as it was declared, where nothing of it is taken, else in its base unit. */
function freeOf({ facts, available }: EligibleLot): Quantity {
  const whole = available === facts.base.amount && 'amount' in facts.declared;
  return whole ? (facts.declared as Quantity) : { amount: available, unit: facts.base.unit };
}

/** A row of the form that changes lines. */
export interface LineRow {
  readonly lot: string;
  readonly amount: string;
  readonly unit: string;
  readonly site: string;
  /** Empty: the batch's. */
  readonly method: string;
  readonly remove: boolean;
}

/** The rows of a submitted form. */
export function lineRowsIn(values: FormValues): LineRow[] {
  const rows = Object.keys(values).flatMap((name) => /^lines\.(\d{1,4})\.lot$/.exec(name)?.[1] ?? []);
  return rows
    .map(Number)
    .sort((a, b) => a - b)
    .map((row) => {
      const field = (name: string) => text(values, `lines.${row}.${name}`);
      return {
        lot: field('lot'),
        amount: plainAmount(field('amount')),
        unit: field('unit'),
        site: field('site'),
        method: field('method'),
        remove: field('remove') !== '',
      };
    });
}

/** A list with what a form changed; lots that left it meanwhile stay out. */
export function withRows(now: DraftContent, rows: readonly LineRow[]): DraftContent {
  const byLot = new Map(rows.map((row) => [row.lot, row]));
  const lots = now.lots.flatMap((line): DraftLine[] => {
    const row = byLot.get(line.lot);
    if (!row) return [line];
    return row.remove ? [] : [changed(line.lot, row)];
  });
  return { ...now, lots };
}

function changed(lot: LotId, { amount, unit, site, method }: LineRow): DraftLine {
  return {
    lot,
    quantity: { amount, unit },
    ...(site !== '' && { site }),
    ...(method !== '' && { method }),
  };
}
