import type { Instant } from '#kernel';
import { grouped, localTime } from './format.js';

describe('figures and times on paper', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['471260', '471,260'],
    ['2356.3', '2,356.3'],
    ['1234567.000125', '1,234,567.000125'],
    ['-1640', '-1,640'],
    ['123456789012345678901234', '123,456,789,012,345,678,901,234'],
  ])('groups %s by thousands without touching a digit', (amount, printed) =>
    expect(grouped(amount)).toBe(printed),
  );

  it.each([
    ['2026-11-18T08:31:07.250Z', '+08:00', '2026-11-18 16:31'],
    ['2026-12-31T16:00:00.000Z', '+08:00', '2027-01-01 00:00'],
    ['2026-03-01T00:15:00.000Z', '-03:30', '2026-02-28 20:45'],
    ['2026-03-01T00:15:00.000Z', '+00:00', '2026-03-01 00:15'],
  ])('prints %s at %s as %s', (instant, offset, printed) => {
    expect(localTime(instant as Instant, offset)).toBe(printed);
  });
});
