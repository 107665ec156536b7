import { addDecimals } from './add-decimals.js';
import { plainAmount, type GridRow } from './registration-lines.js';

/** Totals per unit as it was typed: unlike units are never added. Amounts that are no numbers are left out. */
export function totalsByUnit(
  rows: readonly GridRow[],
): { unit: string; amount: string; estimated?: string }[] {
  const totals = new Map<string, { amount: string; estimated: string }>();
  for (const { unit, amount: typed, basis } of rows) {
    const amount = plainAmount(typed);
    if (!/^\d+(\.\d+)?$/.test(amount)) continue;
    const known = totals.get(unit) ?? { amount: '0', estimated: '0' };
    totals.set(unit, {
      amount: addDecimals(known.amount, amount),
      estimated: basis === 'estimated' ? addDecimals(known.estimated, amount) : known.estimated,
    });
  }
  return [...totals].map(([unit, { amount, estimated }]) => ({
    unit,
    amount,
    ...(estimated !== '0' && { estimated }),
  }));
}
