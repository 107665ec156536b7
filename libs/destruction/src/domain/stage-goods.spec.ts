import { event, line, lot, person, stagedLine } from '../../../../test/support/event-samples.js';
import { stageGoods, type StagedLine, type StagingFacts } from './stage-goods.js';

const keeper = person('custodian');
const facts = (own: Partial<StagingFacts> = {}): StagingFacts => ({
  event: event({ state: 'planned', lines: [line(1), line(2)] }),
  person: keeper,
  keepers: new Map([
    [lot(1), keeper],
    [lot(2), keeper],
  ]),
  obstacles: new Map(),
  ...own,
});
const counted = (n: number, own: Partial<StagedLine> = {}): StagedLine => ({
  lot: lot(n),
  staged: '1860',
  short: '0',
  ...own,
});
const posting = (to: string, amount: string) => ({
  lot: lot(1),
  from: 'allocated',
  to,
  amount,
  unit: 'piece',
});

describe('counting goods out of the store', () => {
  it('takes them from the batch to the event', () => {
    const draft = stageGoods([counted(1)], facts());
    expect(draft.postings).toEqual([posting('staged', '1860')]);
    expect(draft.data.lines).toEqual([{ lot: lot(1), staged: '1860', short: '0', unit: 'piece' }]);
  });

  it('books what is short as shortage with its reason', () => {
    const draft = stageGoods([counted(1, { staged: '1850', short: '10', reason: '受潮' })], facts());
    expect(draft.postings).toEqual([posting('staged', '1850'), posting('shortage', '10')]);
    expect(draft.data.lines[0]).toMatchObject({ reason: '受潮' });
  });

  it('posts nothing staged where all of it is short', () => {
    const draft = stageGoods([counted(1, { staged: '0', short: '1860', reason: '火灾' })], facts());
    expect(draft.postings).toEqual([posting('shortage', '1860')]);
  });

  it.each([
    ['more', '1861', '0'],
    ['less', '1859', '0'],
    ['more with a shortage', '1860', '1'],
  ])('refuses %s than was approved', (_, staged, short) => {
    expect(() => stageGoods([counted(1, { staged, short, reason: 'x' })], facts())).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        fields: [expect.objectContaining({ pointer: '/lines/0/staged', code: 'event.staging-sum' })],
      }),
    );
  });

  it('asks why something is short', () => {
    expect(() => stageGoods([counted(1, { staged: '1850', short: '10' })], facts())).toThrow(
      expect.objectContaining({ fields: [{ pointer: '/lines/0/reason', code: 'event.reason-missing' }] }),
    );
  });

  it('is for the person who keeps the goods, whom the refusal names', () => {
    expect(() => stageGoods([counted(1)], facts({ person: person('other') }))).toThrow(
      expect.objectContaining({
        kind: 'refused',
        code: 'event.not-keeper',
        facts: { lot: lot(1), custodian: keeper },
      }),
    );
  });

  it.each([
    ['that were staged already', { event: event({ lines: [stagedLine(1)] }) }, 'event.line-staged'],
    [
      'that left the batch',
      { event: event({ lines: [line(1, { excluded: true })] }) },
      'event.line-excluded',
    ],
    ['on hold', { obstacles: new Map([[lot(1), 'event.lot-on-hold' as const]]) }, 'event.lot-on-hold'],
    [
      'without a decision',
      { obstacles: new Map([[lot(1), 'event.decision-gone' as const]]) },
      'event.decision-gone',
    ],
  ])('refuses goods %s', (_, own, code) => {
    expect(() => stageGoods([counted(1)], facts(own))).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'event.cannot-stage',
        fields: [{ pointer: '/lines/0/lot', code, facts: { lot: lot(1) } }],
      }),
    );
  });

  it('refuses lots twice and lots of no line', () => {
    expect(() => stageGoods([counted(1), counted(1), counted(9)], facts())).toThrow(
      expect.objectContaining({
        code: 'event.wrong-lines',
        fields: [
          { pointer: '/lines/1/lot', code: 'event.line-twice', facts: { lot: lot(1) } },
          { pointer: '/lines/2/lot', code: 'event.line-unknown', facts: { lot: lot(9) } },
        ],
      }),
    );
  });

  it.each(['closed', 'cancelled'] as const)('is over once the event is %s', (state) => {
    expect(() => stageGoods([counted(1)], facts({ event: event({ state }) }))).toThrow(
      expect.objectContaining({ code: 'event.over', facts: { state, event: 'HD-2026-0044' } }),
    );
  });
});
