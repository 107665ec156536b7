import { event, line, lot, result, stagedLine } from '../../../../test/support/event-samples.js';
import type { LineResult } from './event.js';
import { recordLine, type RecordFacts } from './record-line.js';

const counted: RecordFacts = {
  event: event({ lines: [stagedLine(1), line(2), line(3, { excluded: true })] }),
  obstacles: new Map(),
  byMass: false,
  withinTolerance: () => false,
};
/** 1,640 kg, of which scales may differ by 8.2. */
const byMass: RecordFacts = {
  ...counted,
  event: event({ lines: [stagedLine(1, { unit: 'kg', allocated: '1640', staged: '1640' })] }),
  byMass: true,
  withinTolerance: (staged, measured) => Math.abs(Number(staged) - Number(measured)) <= 8.2,
};
const record = (own: Partial<LineResult>, facts = counted, n = 1) =>
  recordLine({ lot: lot(n), ...result(), ...own }, facts).data;
const kg = (own: Partial<LineResult>) => record({ destroyed: '1640', ...own }, byMass);

describe('goods that are counted', () => {
  it('are destroyed, returned or missing, to the last piece', () => {
    const own = { destroyed: '1800', returned: '50', missing: '10', reason: '现场清点' };
    expect(record(own)).toEqual({ lot: lot(1), unit: 'piece', ...own });
  });

  it.each([
    ['1861', '0', '0'],
    ['1859', '0', '0'],
    ['1860', '1', '0'],
  ])('are refused where %s + %s + %s is not what was staged', (destroyed, returned, missing) => {
    expect(() => record({ destroyed, returned, missing, reason: 'x' })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'event.line-sum' }),
    );
  });

  it('carry a net weight beside, which changes nothing', () => {
    expect(record({ netKg: '41.5' })).toMatchObject({ destroyed: '1860', netKg: '41.5' });
  });

  it('need a reason where some are missing, not where some are returned', () => {
    expect(() => record({ destroyed: '1850', missing: '10' })).toThrow(
      expect.objectContaining({ code: 'event.reason-missing' }),
    );
    expect(record({ destroyed: '1850', returned: '10' })).not.toHaveProperty('reason');
  });
});

describe('goods by mass', () => {
  it('are what the scale says, where the booked figures are consistent', () => {
    expect(kg({ netKg: '1635', reason: '水分' })).toMatchObject({ destroyed: '1635', netKg: '1635' });
    expect(kg({ destroyed: '1635', netKg: '1635', reason: '水分' })).toMatchObject({ destroyed: '1635' });
    expect(kg({ netKg: '1640' })).toMatchObject({ destroyed: '1640' });
  });

  it('need a reason for a difference', () => {
    expect(() => kg({ netKg: '1635' })).toThrow(expect.objectContaining({ code: 'event.reason-missing' }));
  });

  it('are refused beyond the tolerance, and told by how much', () => {
    expect(() => kg({ destroyed: '1631', reason: '过磅' })).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'event.beyond-tolerance',
        facts: { staged: '1640', sum: '1631', unit: 'kg', difference: '-9' },
      }),
    );
  });

  it('are refused where net and destroyed contradict each other', () => {
    expect(() => kg({ destroyed: '1630', netKg: '1635', reason: 'x' })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'event.net-differs' }),
    );
  });
});

describe('a result', () => {
  it.each(['event.lot-on-hold', 'event.decision-gone'] as const)(
    'destroys nothing against %s',
    (obstacle) => {
      const facts = { ...counted, obstacles: new Map([[lot(1), obstacle]]) };
      expect(() => record({}, facts)).toThrow(expect.objectContaining({ kind: 'conflict', code: obstacle }));
      expect(record({ destroyed: '0', returned: '1860' }, facts).returned).toBe('1860');
    },
  );

  it('waits for the staging, and not for lots that left the batch', () => {
    expect(() => record({}, counted, 2)).toThrow(expect.objectContaining({ code: 'event.line-not-staged' }));
    expect(() => record({}, counted, 3)).toThrow(expect.objectContaining({ code: 'event.line-excluded' }));
    expect(() => record({}, counted, 9)).toThrow(
      expect.objectContaining({ kind: 'missing', code: 'event.line-unknown' }),
    );
  });

  it('is not recorded after the end', () => {
    const over = { ...counted, event: event({ state: 'closed' }) };
    expect(() => record({}, over)).toThrow(expect.objectContaining({ code: 'event.over' }));
  });
});
