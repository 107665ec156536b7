import type { Instant } from '#kernel';
import { formatDate, formatSpan, formatTime } from './format.js';

const at = (text: string) => text as Instant;

describe('moments on public pages', () => {
  it('print Beijing time, also over midnight', () => {
    expect(formatTime(at('2026-11-18T08:31:07.250Z'))).toBe('2026-11-18 16:31');
    expect(formatDate(at('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
  });

  it('print the offset of a paper, west of Greenwich too', () => {
    expect(formatTime(at('2026-11-18T02:00:00.000Z'), '-03:30')).toBe('2026-11-17 22:30');
  });

  it('name the day of a span once where it is the same', () => {
    const [from, to] = [at('2026-11-18T01:10:00.000Z'), at('2026-11-18T07:42:00.000Z')];
    expect(formatSpan(from, to, '+08:00')).toBe('2026-11-18 09:10–15:42');
    expect(formatSpan(from, at('2026-11-19T07:42:00.000Z'), '+08:00')).toBe(
      '2026-11-18 09:10 – 2026-11-19 15:42',
    );
  });
});
