import type { DraftOf } from '#entries';
import { DomainError, type AgencyId, type DecisionId, type Instant, type LotId } from '#kernel';
import { compareBase, sumByUnit, type BaseQuantity } from '#quantity';
import { disposes, type DecisionKind, type LotFacts, type StandingDecision } from './case-facts.js';
import { refuseForeignLots } from './own-lots.js';

export interface DecisionRequest {
  readonly id: DecisionId;
  readonly number: string;
  readonly kind: DecisionKind;
  readonly finalAt: Instant;
  /** Day of the decision, where it was given. */
  readonly happened?: Instant;
  /** `amount` in the lot's base unit; absent = the whole lot. */
  readonly lots: readonly { readonly lot: LotId; readonly amount?: string }[];
  readonly replaces?: DecisionId;
}

/** The decision that the new one replaces. */
export interface ReplacedDecision {
  readonly id: DecisionId;
  readonly agency: AgencyId;
  readonly replacedBy?: DecisionId;
}

export interface DecisionFacts {
  readonly agency: AgencyId;
  readonly lots: readonly LotFacts[];
  /** Absent where `replaces` names nothing that is known. */
  readonly replaced?: ReplacedDecision;
  /** Lots of the decision that `replaces` names. */
  readonly before?: readonly LotId[];
}

/**
 * A decision over quantities of lots of the own agency's cases. Throws `missing` `lot.unknown`, `decision.unknown`;
 * `invalid` `decision.final-before-made`; `conflict` `decision.already-replaced`, `decision.already-decided`
 * (a lot has one decision that disposes of it), `decision.more-than-lot` (decisions together exceed the lot).
 */
export function recordDecision(request: DecisionRequest, facts: DecisionFacts): DraftOf<'decision.recorded'> {
  refuseForeignLots(facts.lots, facts.agency);
  refuseEarlyFinality(request);
  if (request.replaces !== undefined) refuseReplacement(facts);
  const byId = new Map(facts.lots.map((lot) => [lot.lot, lot]));
  request.lots.forEach(({ lot, amount }, index) => {
    const found = byId.get(lot)!;
    const standing = found.decisions.filter(({ id }) => id !== request.replaces);
    refuseSecondDisposal(request.kind, standing, index);
    refuseMoreThanLot(found, [...standing, { amount }], index);
  });
  const dropped = (facts.before ?? []).filter((lot) => !byId.has(lot));
  return {
    type: 'decision.recorded',
    subject: { kind: 'decision', id: request.id },
    data: {
      number: request.number,
      kind: request.kind,
      finalAt: request.finalAt,
      lots: request.lots.map(({ lot, amount }) => ({
        lot,
        ...(amount !== undefined && { amount, unit: byId.get(lot)!.base.unit }),
      })),
      ...(request.replaces !== undefined && { replaces: request.replaces }),
      ...(dropped.length > 0 && { dropped }),
    },
  };
}

function refuseEarlyFinality({ happened, finalAt }: DecisionRequest): void {
  if (happened === undefined || finalAt >= happened) return;
  const code = 'decision.final-before-made';
  throw new DomainError('invalid', code, {}, [{ pointer: '/finalAt', code }]);
}

function refuseReplacement({ replaced, agency }: DecisionFacts): void {
  if (replaced === undefined || replaced.agency !== agency) {
    throw new DomainError('missing', 'decision.unknown', {}, [
      { pointer: '/replaces', code: 'decision.unknown' },
    ]);
  }
  if (replaced.replacedBy !== undefined) {
    throw new DomainError('conflict', 'decision.already-replaced', { decision: replaced.replacedBy });
  }
}

function refuseSecondDisposal(
  kind: DecisionKind,
  standing: readonly StandingDecision[],
  index: number,
): void {
  const earlier = disposes(kind) ? standing.find((one) => disposes(one.kind)) : undefined;
  if (!earlier) return;
  const facts = { number: earlier.number, decision: earlier.id };
  const code = 'decision.already-decided';
  throw new DomainError('conflict', code, facts, [{ pointer: `/lots/${index}`, code, facts }]);
}

function refuseMoreThanLot(
  { base }: LotFacts,
  decisions: readonly { readonly amount?: string }[],
  index: number,
): void {
  const amounts = decisions.map(({ amount }): BaseQuantity => ({
    amount: amount ?? base.amount,
    unit: base.unit,
  }));
  const [sum] = sumByUnit(amounts);
  if (sum === undefined || compareBase(sum, base) <= 0) return;
  const facts = { amount: base.amount, unit: base.unit };
  const code = 'decision.more-than-lot';
  throw new DomainError('conflict', code, facts, [{ pointer: `/lots/${index}`, code, facts }]);
}
