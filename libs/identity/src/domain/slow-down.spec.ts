import { forgottenAfterMs, freeFailures, oneMore, waitMs } from './slow-down.js';

describe('slowing down failed log-ins', () => {
  const now = 5_000_000_000;
  const after = (failures: number) => waitMs('account', { failures, lastMs: now }, now);

  it('lets people mistype freely', () => {
    expect(after(freeFailures.account - 1)).toBe(0);
  });

  it('waits a second after the free failures, twice as long after each further one', () => {
    expect([0, 1, 2, 3].map((more) => after(freeFailures.account + more))).toEqual([1000, 2000, 4000, 8000]);
  });

  it('never waits longer than 15 minutes, however many failures', () => {
    expect(after(freeFailures.account + 30)).toBe(15 * 60_000);
    expect(after(2_000_000_000)).toBe(15 * 60_000);
  });

  it('counts the wait down', () => {
    const failures = { failures: freeFailures.account + 2, lastMs: now };
    expect(waitMs('account', failures, now + 3999)).toBe(1);
    expect(waitMs('account', failures, now + 4000)).toBe(0);
  });

  it('forgives an address more than an account: a whole office may stand behind it', () => {
    const failures = { failures: freeFailures.account + 5, lastMs: now };
    expect(waitMs('address', failures, now)).toBe(0);
    expect(waitMs('address', { ...failures, failures: freeFailures.address }, now)).toBe(1000);
  });

  it('forgets after a quiet day', () => {
    const failures = { failures: 1000, lastMs: now };
    expect(waitMs('account', failures, now + forgottenAfterMs)).toBe(0);
    expect(oneMore(failures, now + forgottenAfterMs)).toEqual({
      failures: 1,
      lastMs: now + forgottenAfterMs,
    });
    expect(oneMore(failures, now + 1)).toEqual({ failures: 1001, lastMs: now + 1 });
  });
});
