import { DomainError, type AgencyId } from '#kernel';
import type { LotFacts } from './case-facts.js';

/**
 * Appraisals, decisions and holds are for the agency whose case it is.
 * Throws `missing` `lot.unknown` for a lot of another agency: that it exists is not for them to know.
 */
export function refuseForeignLots(lots: readonly LotFacts[], agency: AgencyId): void {
  const foreign = lots.find((lot) => lot.responsible !== agency);
  if (foreign) throw new DomainError('missing', 'lot.unknown', { lot: foreign.lot });
}
