import type { AgencyId, AppraisalId, DecisionId, Instant, LotId, SeizureId } from '#kernel';
import type { LotFacts, StandingDecision } from '#seizures';

export const tobaccoBureau = '019a0000-0000-7000-8000-00000000000a' as AgencyId;

export const decisionOf = (own: Partial<StandingDecision> = {}): StandingDecision => ({
  id: '019a0000-0000-7000-8000-0000000000d1' as DecisionId,
  number: '示烟罚〔2026〕1号',
  kind: 'confiscation',
  finalAt: '2026-06-01T00:00:00.000Z' as Instant,
  ...own,
});

/** A lot of one carton that may enter a batch. */
export const lotOf = (own: Partial<LotFacts> = {}): LotFacts => ({
  lot: '019a0000-0000-7000-8000-000000000001' as LotId,
  code: 'LOT-2026-00001',
  seizure: '019a0000-0000-7000-8000-0000000000c1' as SeizureId,
  category: 'cigarettes',
  description: '假冒卷烟',
  declared: { amount: '1', unit: 'cig-carton' },
  base: { amount: '200', unit: 'cig-stick' },
  basis: 'counted',
  responsible: tobaccoBureau,
  confirmed: true,
  appraisal: {
    id: '019a0000-0000-7000-8000-0000000000a1' as AppraisalId,
    result: 'counterfeit',
    reportNumber: 'JD-1',
  },
  decision: decisionOf(),
  decisions: [decisionOf()],
  holds: [],
  ...own,
});
