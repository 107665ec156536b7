import type { HoldId, Instant } from '#kernel';
import { blockersOf, type BlockerCode, type GateFacts } from './blockers.js';
import type { LotFacts } from './case-facts.js';
import { decisionOf, lotOf } from '../../../../test/support/lot-facts.js';

const now = '2026-11-24T08:00:00.000Z' as Instant;
const open: GateFacts = {
  appraisalNeeded: true,
  sealedPackages: false,
  seizurePhotos: 1,
  inCustody: '200',
};
const codes = (lot: Partial<LotFacts> = {}, gates: Partial<GateFacts> = {}): BlockerCode[] =>
  blockersOf(lotOf(lot), { ...open, ...gates }, now).map(({ code }) => code);

describe('the gates before a batch', () => {
  it('let a counted, confirmed, photographed, appraised, decided, stored lot without a hold pass', () => {
    expect(codes()).toEqual([]);
  });

  it('stop a seizure that one officer alone stands for', () => {
    expect(codes({ confirmed: false })).toEqual(['seizure.not-confirmed']);
  });

  it.each(['label', 'estimated'] as const)('stop goods by %s: count first', (basis) => {
    expect(codes({ basis })).toEqual(['lot.not-counted']);
  });
  it('stop sealed packages, even counted ones: open first', () => {
    expect(codes({}, { sealedPackages: true })).toEqual(['lot.not-counted']);
  });

  it('stop goods without a photo of the seizure, and goods that are not in custody', () => {
    expect(codes({}, { seizurePhotos: 0 })).toEqual(['lot.no-photo']);
    expect(codes({}, { inCustody: '0' })).toEqual(['lot.not-in-custody']);
  });

  describe('ask for an appraisal', () => {
    const appraised = (result: 'counterfeit' | 'substandard' | 'genuine' | 'inconclusive') => ({
      appraisal: { ...lotOf().appraisal!, result },
    });
    it('where the category needs one and none shows counterfeit or substandard', () => {
      expect(codes({ appraisal: undefined })).toEqual(['lot.appraisal-missing']);
      expect(codes(appraised('inconclusive'))).toEqual(['lot.appraisal-missing']);
      expect(codes(appraised('substandard'))).toEqual([]);
    });
    it('nowhere else, save that genuine goods never pass', () => {
      expect(codes({ appraisal: undefined }, { appraisalNeeded: false })).toEqual([]);
      expect(codes(appraised('inconclusive'), { appraisalNeeded: false })).toEqual([]);
      expect(codes(appraised('genuine'), { appraisalNeeded: false })).toEqual(['lot.appraisal-genuine']);
    });
  });

  describe('ask for a decision', () => {
    const decided = (own: Parameters<typeof decisionOf>[0]) => ({ decision: decisionOf(own) });
    it('that there is', () => expect(codes({ decision: undefined })).toEqual(['lot.decision-missing']));
    it('that is final, from its very moment', () => {
      expect(codes(decided({ finalAt: now }))).toEqual([]);
      const later = '2026-11-24T08:00:00.001Z' as Instant;
      expect(codes(decided({ finalAt: later }))).toEqual(['lot.decision-not-final']);
      expect(codes(decided({ finalAt: later, kind: 'direct-destruction' }))).toEqual([]);
    });
    it('that does not return the goods', () => {
      expect(codes(decided({ kind: 'return' }))).toEqual(['lot.decision-return']);
    });
  });

  it('name each hold with its reason', () => {
    const holds = [
      { id: 'h1' as HoldId, reason: '诉讼' },
      { id: 'h2' as HoldId, reason: '复议' },
    ];
    const found = blockersOf(lotOf({ holds }), open, now);
    expect(found).toEqual(
      holds.map(({ id, reason }) => ({ code: 'lot.on-hold', facts: { hold: id, reason } })),
    );
  });
});
