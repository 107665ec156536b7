import type { Instant } from '#kernel';
import { readDecimal } from '#quantity';
import { disposes, type LotFacts } from './case-facts.js';

export const blockerCodes = [
  'seizure.not-confirmed',
  'lot.not-counted',
  'lot.decision-missing',
  'lot.decision-not-final',
  'lot.decision-return',
  'lot.on-hold',
  'lot.appraisal-missing',
  'lot.appraisal-genuine',
  'lot.no-photo',
  'lot.not-in-custody',
] as const;
export type BlockerCode = (typeof blockerCodes)[number];

/** What keeps a lot out of a batch; the sentence of the code says what would open the gate. */
export interface Blocker {
  readonly code: BlockerCode;
  readonly facts: Readonly<Record<string, string>>;
}

/** Facts of the gates that the case file alone does not tell. */
export interface GateFacts {
  /** True where the catalogue and rule pack ask for an appraisal of such goods. */
  readonly appraisalNeeded: boolean;
  /** True for sealed packages of unknown content: to be opened and counted. */
  readonly sealedPackages: boolean;
  /** Photos of stage `seizure` of the lot or of its pile. */
  readonly seizurePhotos: number;
  /** Balance of the account `custody` in the base unit. */
  readonly inCustody: string;
}

/**
 * The gates before a lot can enter a submitted batch (domain.md, Lifecycle), in the order in which a case meets
 * them; an empty list means that the lot may enter at the moment `now`.
 */
export function blockersOf(lot: LotFacts, gates: GateFacts, now: Instant): readonly Blocker[] {
  const found: Blocker[] = [];
  const add = (code: BlockerCode, facts: Blocker['facts'] = {}) => void found.push({ code, facts });
  if (!lot.confirmed) add('seizure.not-confirmed');
  if (lot.basis !== 'counted' || gates.sealedPackages) add('lot.not-counted');
  if (gates.seizurePhotos === 0) add('lot.no-photo');
  const appraisal = appraisalBlocker(lot, gates.appraisalNeeded);
  if (appraisal) found.push(appraisal);
  const decision = decisionBlocker(lot, now);
  if (decision) found.push(decision);
  for (const { id, reason } of lot.holds) add('lot.on-hold', { hold: id, reason });
  if (readDecimal(gates.inCustody).digits <= 0n) add('lot.not-in-custody');
  return found;
}

function appraisalBlocker(lot: LotFacts, needed: boolean): Blocker | undefined {
  const { appraisal } = lot;
  // Goods that were found genuine are nobody's to destroy, whether or not an appraisal was asked for.
  if (appraisal?.result === 'genuine') {
    return { code: 'lot.appraisal-genuine', facts: { report: appraisal.reportNumber } };
  }
  const shown = appraisal?.result === 'counterfeit' || appraisal?.result === 'substandard';
  return needed && !shown ? { code: 'lot.appraisal-missing', facts: {} } : undefined;
}

function decisionBlocker({ decision }: LotFacts, now: Instant): Blocker | undefined {
  if (!decision) return { code: 'lot.decision-missing', facts: {} };
  const { number, kind, finalAt } = decision;
  if (!disposes(kind)) return { code: 'lot.decision-return', facts: { number } };
  // Where a law allows direct destruction, nobody waits for the decision to become final.
  if (kind === 'direct-destruction' || finalAt <= now) return undefined;
  return { code: 'lot.decision-not-final', facts: { number, finalAt } };
}
