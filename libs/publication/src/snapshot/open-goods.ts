import type { CodedName, FlowPart, PublicFlow, PublicStock } from '#published';
import { addBase, subtractBase, zeroOf } from '#quantity';

/** What stands on one account for one case in one base unit, at the checkpoint. */
export interface CaseBalance {
  /** Id of the seizure; never published. */
  readonly seizure: string;
  /** Days from the seizure to the checkpoint. */
  readonly ageDays: number;
  readonly unit: string;
  /** An account of the postings, or `released`: destroyed under a report that is released. */
  readonly account: string;
  readonly amount: string;
}

/** Cells that touch fewer cases than this are never shown apart (public.md, "Publishing rules"). */
export const fewestCases = 5;

const partOf: Readonly<Record<string, Exclude<FlowPart, 'other'>>> = {
  released: 'released',
  allocated: 'awaiting',
  staged: 'awaiting',
  destroyed: 'awaiting',
  'with-officers': 'held',
  custody: 'held',
  'checked-out': 'held',
  returned: 'returned',
  transferred: 'transferred',
  sold: 'used',
  donated: 'used',
  sampled: 'samples',
  consumed: 'samples',
  retained: 'samples',
  shortage: 'differences',
  'written-off': 'differences',
  'weighing-difference': 'differences',
};
const order: readonly FlowPart[] = [
  ...(['released', 'awaiting', 'held', 'returned', 'transferred'] as const),
  ...(['used', 'samples', 'differences', 'other'] as const),
];
const stillHeld = new Set([
  ...['with-officers', 'custody', 'checked-out', 'allocated', 'staged', 'sampled', 'retained'],
]);
const bandStarts = [0, 31, 91, 181, 366];

interface Cell {
  readonly amount: string;
  readonly cases: ReadonlySet<string>;
}
const empty: Cell = { amount: '0', cases: new Set() };

/** What became of all goods of one unit. Parts of too few cases are merged, or left out with what was seized of them. */
export function flowOf(unit: CodedName, balances: readonly CaseBalance[]): PublicFlow {
  const cells = new Map<FlowPart, Cell>();
  for (const one of balances) {
    const part = one.unit === unit.code ? partOf[one.account] : undefined;
    if (part && one.amount !== '0') cells.set(part, plus(cells.get(part) ?? empty, one));
  }
  const shown = mergeSmall(cells);
  const out = [...shown].filter(([, { amount }]) => amount !== '0' && !amount.startsWith('-'));
  const surplus = sum([...shown.values()].filter(({ amount }) => amount.startsWith('-')));
  const parts = out
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([part, { amount }]) => ({ part, amount }));
  return {
    unit,
    seized: sum([...shown.values()]),
    surplus: surplus.replace('-', ''),
    parts,
    releasedOnly: [...cells.keys()].some((part) => part !== 'released') && !hasOthers(shown),
  };
}

/** Goods of one unit that are still held, by age; undefined where nothing may be shown, or nothing is held. */
export function stockOf(unit: CodedName, balances: readonly CaseBalance[]): PublicStock | undefined {
  const own = balances.filter((one) => one.unit === unit.code && stillHeld.has(one.account));
  const cells = bandStarts.map((from, index) => {
    const to = bandStarts[index + 1];
    const inside = own.filter(({ ageDays }) => ageDays >= from && (to === undefined || ageDays < to));
    return { from, to, cell: inside.reduce(plus, empty) };
  });
  const bands: { from: number; to: number | undefined; cell: Cell }[] = [];
  for (const band of cells) {
    const last = bands.at(-1);
    // A band of too few cases takes in the next one, until it has enough.
    if (last && isSmall(last.cell)) bands[bands.length - 1] = joined(last, band);
    else bands.push(band);
  }
  while (bands.length > 1 && isSmall(bands.at(-1)!.cell)) {
    const last = bands.pop()!;
    bands.push(joined(bands.pop()!, last));
  }
  if (bands.every(({ cell }) => cell.cases.size < fewestCases)) return undefined;
  return {
    unit,
    bands: bands.map(({ from, to, cell }) => ({
      from,
      ...(to !== undefined && { to: to - 1 }),
      amount: cell.amount,
    })),
  };
}

function mergeSmall(cells: ReadonlyMap<FlowPart, Cell>): Map<FlowPart, Cell> {
  const shown = new Map(cells);
  let other = empty;
  const take = (part: FlowPart, cell: Cell): void => {
    other = both(other, cell);
    shown.delete(part);
  };
  for (const [part, cell] of cells) if (part !== 'released' && isSmall(cell)) take(part, cell);
  const rest = [...shown].filter(([part]) => part !== 'released');
  rest.sort(([, a], [, b]) => a.cases.size - b.cases.size);
  for (const [part, cell] of rest) if (isSmall(other)) take(part, cell);
  if (other.cases.size >= fewestCases) shown.set('other', other);
  return shown;
}

function hasOthers(shown: ReadonlyMap<FlowPart, Cell>): boolean {
  return [...shown.keys()].some((part) => part !== 'released');
}

function isSmall({ cases }: Cell): boolean {
  return cases.size > 0 && cases.size < fewestCases;
}

function plus(cell: Cell, { amount, seizure }: CaseBalance): Cell {
  if (amount === '0') return cell;
  return both(cell, { amount, cases: new Set([seizure]) });
}

function both(a: Cell, b: Cell): Cell {
  return { amount: sum([a, b]), cases: new Set([...a.cases, ...b.cases]) };
}

function joined<T extends { from: number; to: number | undefined; cell: Cell }>(a: T, b: T) {
  return { from: a.from, to: b.to, cell: both(a.cell, b.cell) };
}

/** All amounts are of one unit here. */
function sum(cells: readonly { readonly amount: string }[]): string {
  let total = zeroOf('');
  for (const { amount } of cells) total = addBase(total, { amount, unit: total.unit });
  return total.amount;
}

/** What flows in and does not flow out: `0` in every flow that balances. */
export function imbalanceOf({ seized, surplus, parts }: PublicFlow): string {
  const [entered, left] = [sum([{ amount: seized }, { amount: surplus }]), sum(parts)];
  return subtractBase({ amount: entered, unit: '' }, { amount: left, unit: '' }).amount;
}
