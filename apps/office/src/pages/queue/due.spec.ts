import type { Instant } from '#kernel';
import { endOf, timeLeft, urgencyOf } from './due.js';

const at = (text: string) => text as Instant;
const now = Date.parse('2026-11-18T00:00:00Z');

describe('a legal clock', () => {
  it('ends after hours, days, working days, months and years', () => {
    const since = at('2026-11-18T00:50:00.000Z');
    expect(endOf(since, { count: 24, unit: 'hour' })).toBe('2026-11-19T00:50:00.000Z');
    expect(endOf(since, { count: 7, unit: 'day' })).toBe('2026-11-25T00:50:00.000Z');
    expect(endOf(since, { count: 3, unit: 'working-day' })).toBe('2026-11-23T00:50:00.000Z');
    expect(endOf(since, { count: 6, unit: 'month' })).toBe('2027-05-18T00:50:00.000Z');
    expect(endOf(since, { count: 3, unit: 'year' })).toBe('2029-11-18T00:50:00.000Z');
  });

  it('ends on the last day of a shorter month', () => {
    expect(endOf(at('2026-08-31T10:00:00.000Z'), { count: 6, unit: 'month' })).toBe(
      '2027-02-28T10:00:00.000Z',
    );
  });

  it('is late, due within a day, within a week, or later', () => {
    expect(urgencyOf(at('2026-11-17T23:59:00.000Z'), now)).toBe('late');
    expect(urgencyOf(at('2026-11-19T00:00:00.000Z'), now)).toBe('day');
    expect(urgencyOf(at('2026-11-25T00:00:00.000Z'), now)).toBe('week');
    expect(urgencyOf(at('2026-11-25T00:00:00.001Z'), now)).toBe('later');
    expect(urgencyOf(undefined, now)).toBe('none');
  });

  it('says hours up to two days, then days', () => {
    expect(timeLeft(at('2026-11-18T05:30:00.000Z'), now)).toEqual({ code: 'queue.left-hours', count: 5 });
    expect(timeLeft(at('2026-11-17T21:00:00.000Z'), now)).toEqual({ code: 'queue.over-hours', count: 3 });
    expect(timeLeft(at('2026-11-22T01:00:00.000Z'), now)).toEqual({ code: 'queue.left-days', count: 4 });
  });
});
