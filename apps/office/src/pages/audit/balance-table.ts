import { addDecimals, formatDecimal, readDecimal } from '#quantity';
import type { Words } from '../shell/words.js';
import type { UnitBalance } from './exceptions.queries.js';

/** Columns of the table, each with the accounts that it adds: of one unit they may be added. */
export const balanceColumns: readonly (readonly [code: string, accounts: readonly string[]])[] = [
  ['audit.seized', ['seized']],
  ['account.with-officers', ['with-officers']],
  ['account.custody', ['custody']],
  ['audit.in-batches', ['allocated', 'staged']],
  ['account.destroyed', ['destroyed']],
  [
    'audit.other',
    ['checked-out', 'sampled', 'consumed', 'retained', 'returned', 'transferred', 'sold', 'donated'],
  ],
  ['account.shortage', ['shortage', 'written-off']],
  ['account.weighing-difference', ['weighing-difference']],
];

/** Pure: amounts by base unit, and whether everything adds up to zero, as double entry makes it. */
export function balanceTable(balances: readonly UnitBalance[], words: Words) {
  const units = [...new Set(balances.map(({ unit }) => unit))];
  return {
    columns: balanceColumns.map(([code]) => words.t(code)),
    rows: units.map((unit) => {
      const mine = balances.filter((one) => one.unit === unit);
      const cells = balanceColumns.map(([, accounts]) =>
        sum(mine.filter(({ account }) => accounts.includes(account))),
      );
      return {
        unit: words.unit(unit),
        // The source goes negative where goods come from it; people read how much was seized.
        cells: cells.map((amount, at) => words.amount(at === 0 ? amount.replace(/^-/, '') : amount)),
        zero: sum(mine) === '0',
      };
    }),
  };
}

function sum(balances: readonly UnitBalance[]): string {
  const total = balances.reduce((so, { amount }) => addDecimals(so, readDecimal(amount)), readDecimal('0'));
  return formatDecimal(total);
}
