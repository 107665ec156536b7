import { DomainError, type AgencyId, type DecisionId, type Instant, type LotId } from '#kernel';
import { decisionOf, lotOf, tobaccoBureau } from '../../../../test/support/lot-facts.js';
import { recordDecision, type DecisionFacts, type DecisionRequest } from './record-decision.js';

const lot = lotOf().lot;
const id = 'd2' as DecisionId;
const request = (own: Partial<DecisionRequest> = {}): DecisionRequest => ({
  id,
  number: '2号',
  kind: 'confiscation',
  finalAt: '2026-06-01T00:00:00.000Z' as Instant,
  lots: [{ lot }],
  ...own,
});
const facts = (own: Partial<DecisionFacts> = {}): DecisionFacts => ({
  agency: tobaccoBureau,
  lots: [lotOf({ decision: undefined, decisions: [] })],
  ...own,
});
const codeOf = (asked: DecisionRequest, known: DecisionFacts): string => {
  try {
    recordDecision(asked, known);
    return 'recorded';
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a decision over lots', () => {
  it('covers whole lots, or amounts in the base unit', () => {
    expect(recordDecision(request(), facts()).data.lots).toEqual([{ lot }]);
    const part = recordDecision(request({ lots: [{ lot, amount: '50' }] }), facts());
    expect(part.data.lots).toEqual([{ lot, amount: '50', unit: 'cig-stick' }]);
    expect(part.subject).toEqual({ kind: 'decision', id });
  });

  it('is made by the agency whose case it is', () => {
    expect(codeOf(request(), facts({ agency: 'other' as AgencyId }))).toBe('lot.unknown');
  });

  it('is not final before it was made, where its day is given', () => {
    const happened = '2026-06-01T00:00:00.001Z' as Instant;
    expect(codeOf(request({ happened }), facts())).toBe('decision.final-before-made');
    expect(codeOf(request({ happened: request().finalAt }), facts())).toBe('recorded');
  });

  it('is the only one that disposes of a lot', () => {
    const lots = [lotOf({ decisions: [decisionOf({ amount: '50' })] })];
    const part = [{ lot, amount: '50' }];
    expect(codeOf(request({ lots: part }), facts({ lots }))).toBe('decision.already-decided');
    expect(codeOf(request({ lots: part, kind: 'direct-destruction' }), facts({ lots }))).toBe(
      'decision.already-decided',
    );
    expect(codeOf(request({ lots: part, kind: 'return' }), facts({ lots }))).toBe('recorded');
  });

  it('covers together with the standing ones no more than the lot, to the last piece', () => {
    const lots = [lotOf({ decisions: [decisionOf({ amount: '150' })] })];
    const back = (amount?: string) =>
      codeOf(request({ kind: 'return', lots: [{ lot, ...(amount && { amount }) }] }), facts({ lots }));
    expect(back('50')).toBe('recorded');
    expect(back('51')).toBe('decision.more-than-lot');
    expect(back()).toBe('decision.more-than-lot');
    expect(codeOf(request({ lots: [{ lot, amount: '201' }] }), facts())).toBe('decision.more-than-lot');
  });

  it('replaces an own decision that stands, and frees what that one covered', () => {
    const lots = [lotOf()];
    const replaces = decisionOf().id;
    const replaced = { id: replaces, agency: tobaccoBureau };
    const asked = request({ replaces, kind: 'return' });
    expect(recordDecision(asked, facts({ lots, replaced })).data.replaces).toBe(replaces);
    expect(codeOf(asked, facts({ lots }))).toBe('decision.unknown');
    const foreign = { ...replaced, agency: 'other' as AgencyId };
    expect(codeOf(asked, facts({ lots, replaced: foreign }))).toBe('decision.unknown');
    const gone = { ...replaced, replacedBy: 'd9' as DecisionId };
    expect(codeOf(asked, facts({ lots, replaced: gone }))).toBe('decision.already-replaced');
  });

  it('names the lots of the replaced decision that it leaves undecided', () => {
    const replaces = decisionOf().id;
    const replaced = { id: replaces, agency: tobaccoBureau };
    const known = facts({ lots: [lotOf()], replaced, before: [lot, 'l7' as LotId] });
    expect(recordDecision(request({ replaces }), known).data.dropped).toEqual(['l7']);
    const all = facts({ lots: [lotOf()], replaced, before: [lot] });
    expect(recordDecision(request({ replaces }), all).data).not.toHaveProperty('dropped');
  });

  it('points at the line that breaks a rule', () => {
    const fine = lotOf({ lot: 'l0' as LotId, decisions: [] });
    const asked = request({ lots: [{ lot: fine.lot }, { lot }] });
    expect(() => recordDecision(asked, facts({ lots: [fine, lotOf()] }))).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ pointer: '/lots/1' })] }),
    );
  });
});
