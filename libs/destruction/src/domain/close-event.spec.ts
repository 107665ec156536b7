import type { Posting } from '#entries';
import {
  agency,
  closing,
  doneLine,
  line,
  lot,
  person,
  result,
  stagedLine,
  statement,
} from '../../../../test/support/event-samples.js';
import { closeEvent, weighingOf } from './close-event.js';
import { linesHash } from './lines-hash.js';
import { nextStep } from './next-step.js';
import { openItems } from './open-items.js';

const codesOf = (...facts: Parameters<typeof closing>) =>
  openItems(closing(...facts)).map(({ code }) => code);
const posting = (from: Posting['from'], to: Posting['to'], amount: string) => ({
  lot: lot(1),
  from,
  to,
  amount,
  unit: 'piece',
});

describe('closing an event', () => {
  it('posts what was destroyed, returned and missing, and says which lines and witnesses', () => {
    const lines = [doneLine(1, { destroyed: '1800', returned: '50', missing: '10' })];
    const { data, postings } = closeEvent(closing({ lines }));
    expect(postings).toEqual([
      posting('staged', 'destroyed', '1800'),
      posting('staged', 'custody', '50'),
      posting('staged', 'shortage', '10'),
    ]);
    expect(data.linesHash).toBe(linesHash(lines));
    expect(data.witnesses).toEqual([person('own'), person('outside')].sort());
  });

  it('posts what scales lost, and what they gained', () => {
    const lost = closeEvent(closing({ lines: [doneLine(1, { destroyed: '1855' })] }));
    expect(lost.postings).toEqual([
      posting('staged', 'weighing-difference', '5'),
      posting('staged', 'destroyed', '1855'),
    ]);
    const gained = closeEvent(closing({ lines: [doneLine(1, { destroyed: '1861.25' })] }));
    expect(gained.postings).toEqual([
      posting('weighing-difference', 'staged', '1.25'),
      posting('staged', 'destroyed', '1861.25'),
    ]);
    expect(weighingOf(doneLine(1, { destroyed: '1855' }))).toBe('-5');
  });

  it('leaves alone lines that left the batch, and those of which nothing was staged', () => {
    const lines = [doneLine(1), line(2, { excluded: true }), stagedLine(3, { staged: '0', short: '1860' })];
    expect(closeEvent(closing({ lines })).postings).toEqual([posting('staged', 'destroyed', '1860')]);
  });

  it.each(['closed', 'cancelled'] as const)('is impossible once it is %s', (state) => {
    expect(() => closeEvent(closing({ state }))).toThrow(expect.objectContaining({ code: 'event.over' }));
  });

  it('is impossible where every line left the batch', () => {
    expect(() => closeEvent(closing({ lines: [line(1, { excluded: true })] }))).toThrow(
      expect.objectContaining({ code: 'event.nothing-left' }),
    );
  });

  it('names everything that is open at once', () => {
    const lines = [line(1), stagedLine(2)];
    expect(() => closeEvent(closing({ lines }, { photos: new Set(['before']) }))).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'event.still-open',
        facts: { count: '4' },
        fields: [
          { pointer: `/lines/${lot(1)}`, code: 'event.line-not-staged', facts: { lot: lot(1) } },
          { pointer: `/lines/${lot(2)}`, code: 'event.line-without-result', facts: { lot: lot(2) } },
          { pointer: '/photos', code: 'event.photo-missing', facts: { stage: 'during' } },
          { pointer: '/photos', code: 'event.photo-missing', facts: { stage: 'after' } },
        ],
      }),
    );
  });
});

describe('witnesses of a line', () => {
  const own = statement('own', 'mr', [1]);
  const outside = statement('outside', 'ps', [1]);
  const stale = { ...outside, stale: true };
  const second = statement('second', 'mr', [1]);

  it('are two people whose figures still stand, one from outside the keeping agency', () => {
    expect(codesOf({ statements: [own, outside] })).toEqual([]);
    expect(codesOf({ statements: [own] })).toEqual([
      'event.too-few-statements',
      'event.no-outside-statement',
    ]);
    expect(codesOf({ statements: [outside] })).toEqual(['event.too-few-statements']);
    expect(codesOf({ statements: [outside, outside] })).toEqual(['event.too-few-statements']);
    expect(codesOf({ statements: [own, second] })).toEqual(['event.no-outside-statement']);
  });

  it('count for lines that they named', () => {
    const other = statement('outside', 'ps', [2]);
    expect(codesOf({ statements: [own, other] })).toContain('event.too-few-statements');
  });

  it('do not count with a statement that was made before a change', () => {
    expect(codesOf({ statements: [own, stale] })).toEqual([
      'event.too-few-statements',
      'event.no-outside-statement',
    ]);
    expect(codesOf({ statements: [own, stale, outside] })).toEqual([]);
  });

  it('are from outside by who keeps the goods, not by who runs the event', () => {
    const keepers = new Map([[lot(1), agency('ps')]]);
    expect(codesOf({ statements: [own, outside] }, { keepers })).toEqual([]);
    expect(codesOf({ statements: [outside, statement('third', 'ps', [1])] }, { keepers })).toEqual([
      'event.no-outside-statement',
    ]);
  });
});

describe('goods that must not be destroyed', () => {
  it('keep the event open until they are returned', () => {
    const obstacles = new Map([[lot(1), 'event.lot-on-hold' as const]]);
    expect(codesOf({}, { obstacles })).toEqual(['event.lot-on-hold']);
    const returned = [stagedLine(1, { result: result({ destroyed: '0', returned: '1860' }) })];
    expect(codesOf({ lines: returned }, { obstacles })).toEqual([]);
  });
});

describe('the next step', () => {
  it('is the first in the order of the work', () => {
    const step = (...facts: Parameters<typeof closing>) => nextStep(openItems(closing(...facts)));
    const photos = new Set<string>();
    expect(step({ lines: [line(1), stagedLine(2)] }, { photos })).toBe('staging');
    expect(step({ lines: [stagedLine(1)] }, { photos })).toBe('results');
    expect(step({ statements: [] }, { photos })).toBe('photos');
    expect(step({ statements: [] })).toBe('statements');
    expect(step()).toBe('closure');
  });
});
