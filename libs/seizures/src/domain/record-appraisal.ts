import type { DataOf, DraftOf } from '#entries';
import type { AgencyId, AppraisalId } from '#kernel';
import type { LotFacts } from './case-facts.js';
import { refuseForeignLots } from './own-lots.js';

/** The result of an appraisal for lots of the own agency's cases; the latest one counts. */
export function recordAppraisal(
  request: DataOf<'appraisal.recorded'> & { readonly id: AppraisalId },
  lots: readonly LotFacts[],
  agency: AgencyId,
): DraftOf<'appraisal.recorded'> {
  refuseForeignLots(lots, agency);
  const { id, ...data } = request;
  return { type: 'appraisal.recorded', subject: { kind: 'appraisal', id }, data };
}
