import type { EntryOf, LotRecord, UnitAmount } from '#entries';
import type { AgencyId, AppraisalId, DecisionId, HoldId, Instant, LotId, SeizureId } from '#kernel';

export type AppraisalResult = EntryOf<'appraisal.recorded'>['data']['result'];
export type DecisionKind = EntryOf<'decision.recorded'>['data']['kind'];

/** A decision over a lot that stands: not replaced by a later one. */
export interface StandingDecision {
  readonly id: DecisionId;
  readonly number: string;
  readonly kind: DecisionKind;
  readonly finalAt: Instant;
  /** Base amount that it covers; absent = the whole lot. */
  readonly amount?: string;
}

/** What is known about a lot from its case: the common ground of every later step. */
export interface LotFacts {
  readonly lot: LotId;
  readonly code: string;
  readonly seizure: SeizureId;
  readonly category: string;
  readonly description: string;
  readonly brand?: string;
  readonly variety?: string;
  readonly declared: LotRecord['declared'];
  readonly base: UnitAmount;
  readonly basis: LotRecord['basis'];
  readonly unitRatio?: LotRecord['unitRatio'];
  readonly responsible: AgencyId;
  /** True once the second officer confirmed the seizure. */
  readonly confirmed: boolean;
  readonly estimatedValue?: LotRecord['estimatedValue'];
  /** The latest one: it alone counts. */
  readonly appraisal?: {
    readonly id: AppraisalId;
    readonly result: AppraisalResult;
    readonly reportNumber: string;
  };
  /** The standing decision that lets the goods be destroyed, else the one that returns them. */
  readonly decision?: StandingDecision;
  /** All standing decisions (part of a lot may be confiscated, another part returned). */
  readonly decisions: readonly StandingDecision[];
  readonly holds: readonly { readonly id: HoldId; readonly reason: string }[];
}

/** True for decisions by which the State disposes of the goods. */
export function disposes(kind: DecisionKind): boolean {
  return kind !== 'return';
}
