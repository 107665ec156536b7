import type { Account } from '#entries';
import { DomainError, type FieldError } from '#kernel';
import { addDecimals, compareBase, formatDecimal, readDecimal, subtractDecimals } from '#quantity';
import { disposes, type GatedLot } from '#seizures';
import type { PlannedLine } from './plan-lines.js';

/** What keeps a lot out of a list; the sentence of the code says what would open the gate. */
export interface GateBlocker {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** The amount of a lot that a batch could take now: what lies in custody, in the lot's base unit. */
export function availableOf(lot: GatedLot): string {
  return balanceOf(lot, 'custody');
}

/** Every gate that is shut for a lot at this moment; an empty list means that it may enter a list. */
export function lotBlockers(lot: GatedLot): readonly GateBlocker[] {
  return lot.blockers.map((blocker) =>
    blocker.code === 'lot.not-in-custody' ? whereGoodsAre(lot) : blocker,
  );
}

/** Nothing in custody may mean not yet there, in another batch, or gone: each has another way out. */
function whereGoodsAre(lot: GatedLot): GateBlocker {
  const has = (account: Account) => balanceOf(lot, account) !== '0';
  if (has('with-officers')) return { code: 'lot.not-in-custody', facts: {} };
  if (has('allocated') || has('staged')) return { code: 'batch.lot-taken', facts: {} };
  return { code: 'batch.lot-gone', facts: {} };
}

/**
 * Refuses a list any of whose lots may not enter it: `conflict` `batch.blocked`, with a field error for every
 * blocker of every lot, and for amounts above what lies in custody or what was decided. `lines` in the order of the
 * request; `gated` holds every lot of them.
 */
export function refuseBlocked(gated: readonly GatedLot[], lines: readonly PlannedLine[]): void {
  const fields = shutGates(gated, lines);
  if (fields.length > 0) throw new DomainError('conflict', 'batch.blocked', {}, fields);
}

/** What {@link refuseBlocked} would name, for who makes the list. */
export function shutGates(gated: readonly GatedLot[], lines: readonly PlannedLine[]): FieldError[] {
  const lots = new Map(gated.map((each) => [each.facts.lot, each]));
  return lines.flatMap((line, i): FieldError[] => {
    const lot = lots.get(line.facts.lot)!;
    const shut = lotBlockers(lot).map((blocker) => ({ pointer: `/lots/${i}`, ...blocker }));
    if (shut.length > 0) return shut;
    const excess = amountBlocker(lot, line);
    return excess ? [{ pointer: `/lots/${i}/quantity`, ...excess }] : [];
  });
}

function amountBlocker(lot: GatedLot, { base }: PlannedLine): GateBlocker | undefined {
  const { unit, amount: asked } = base;
  const available = availableOf(lot);
  if (compareBase(base, { amount: available, unit }) > 0) {
    return { code: 'batch.not-enough', facts: { asked, available, unit } };
  }
  const decided = decidedLeft(lot);
  if (decided !== undefined && compareBase(base, { amount: decided, unit }) > 0) {
    return { code: 'batch.beyond-decision', facts: { asked, decided, unit } };
  }
  return undefined;
}

/** What the standing decisions let be destroyed and no batch has taken yet; undefined = the whole lot. */
function decidedLeft(lot: GatedLot): string | undefined {
  const disposing = lot.facts.decisions.filter(({ kind }) => disposes(kind));
  if (disposing.some(({ amount }) => amount === undefined)) return undefined;
  const decided = disposing.map(({ amount }) => readDecimal(amount!)).reduce(addDecimals);
  const taken = (['allocated', 'staged', 'destroyed'] as const)
    .map((account) => readDecimal(balanceOf(lot, account)))
    .reduce(addDecimals);
  return formatDecimal(subtractDecimals(decided, taken));
}

function balanceOf({ balances }: GatedLot, account: Account): string {
  return balances.find((each) => each.account === account)?.amount ?? '0';
}
