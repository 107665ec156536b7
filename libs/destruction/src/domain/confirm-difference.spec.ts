import { event, line, lot, result, stagedLine } from '../../../../test/support/event-samples.js';
import {
  confirmDifference,
  differenceHash,
  differenceOf,
  refuseOtherDifference,
  type DifferenceFacts,
} from './confirm-difference.js';
import { recordLine } from './record-line.js';
import type { Sha256 } from '#kernel';

const staged = stagedLine(1, { unit: 'kg', allocated: '1640', staged: '1640' });
const facts = (own: Partial<DifferenceFacts> = {}): DifferenceFacts => ({
  event: event({ lines: [staged, line(2), line(3, { excluded: true })] }),
  byMass: true,
  withinTolerance: (a, b) => Math.abs(Number(a) - Number(b)) <= 8.2,
  ...own,
});
const of = (measured: string, own: Partial<DifferenceFacts> = {}, n = 1) =>
  differenceOf({ lot: lot(n), measured }, facts(own));

describe('a weighing difference beyond the tolerance', () => {
  it('is told with its sign, and bound by a hash of its figures', () => {
    const found = of('1600.5');
    expect(found).toMatchObject({ staged: '1640', measured: '1600.5', unit: 'kg', difference: '-39.5' });
    expect(found.sha256).toBe(differenceHash(found));
    expect(found.sha256).not.toBe(of('1600').sha256);
    expect(of('1700').difference).toBe('60');
  });

  it('is nothing to confirm within the tolerance, or for goods that are counted', () => {
    expect(() => of('1632')).toThrow(expect.objectContaining({ code: 'event.within-tolerance' }));
    expect(() => of('1600', { byMass: false })).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'event.not-by-mass' }),
    );
  });

  it('waits for the staging, is none of excluded or unknown lots, and not of an event that is over', () => {
    expect(() => of('1', {}, 2)).toThrow('event.line-not-staged');
    expect(() => of('1', {}, 3)).toThrow('event.line-excluded');
    expect(() => of('1', {}, 9)).toThrow('event.line-unknown');
    expect(() => of('1', { event: event({ state: 'closed', lines: [staged] }) })).toThrow('event.over');
  });

  it('is confirmed as it was shown', () => {
    const found = of('1600');
    expect(() => refuseOtherDifference(found, of('1601').sha256)).toThrow('event.difference-changed');
    expect(() => refuseOtherDifference(found, found.sha256 as Sha256)).not.toThrow();
    const signature = { factor: 'password' } as const;
    expect(confirmDifference(event(), found, { reason: '受潮', signature }).data).toMatchObject({
      measured: '1600',
      signed: found.sha256,
      reason: '受潮',
    });
  });

  it('lets exactly the confirmed amount be recorded, and no other', () => {
    const confirmed = { ...facts(), event: event({ lines: [{ ...staged, confirmed: '1600' }] }) };
    const record = (destroyed: string) =>
      recordLine(
        { lot: lot(1), ...result({ destroyed, reason: '受潮' }) },
        { ...confirmed, obstacles: new Map() },
      ).data;
    expect(record('1600').destroyed).toBe('1600');
    expect(() => record('1599')).toThrow('event.beyond-tolerance');
  });
});
