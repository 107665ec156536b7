import { dueNow, scrubPassMs } from './pass.js';

const day = 24 * 3600 * 1000;
const of = (days: number, total = 27_000) => ({ nowMs: days * day, total, passMs: scrubPassMs });

describe('a rolling look at every object', () => {
  it('spreads them evenly over 27 days', () => {
    expect(dueNow({ startedMs: 0, checked: 0 }, of(1))).toBe(1000);
    expect(dueNow({ startedMs: 0, checked: 1000 }, of(1))).toBe(0);
    expect(dueNow({ startedMs: 0, checked: 1000 }, of(2))).toBe(1000);
  });

  it('makes good what a worker that was away did not do', () => {
    expect(dueNow({ startedMs: 0, checked: 10 }, of(29))).toBe(Infinity);
  });

  it('looks at few objects one by one, and at nothing before its beginning', () => {
    expect(dueNow({ startedMs: 0, checked: 0 }, of(0.1, 3))).toBe(1);
    expect(dueNow({ startedMs: 9 * day, checked: 0 }, of(0, 3))).toBe(0);
  });
});
