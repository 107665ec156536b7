import type { Period } from '#catalogue';
import { formatInstant, type Instant } from '#kernel';

const hourMs = 3600 * 1000;
const lengths: Partial<Record<Period['unit'], number>> = { hour: hourMs, day: 24 * hourMs };

/** When a legal time limit that began at `since` ends; months and years end on the same day of the month, or its last. */
export function endOf(since: Instant, { count, unit }: Period): Instant {
  const start = Date.parse(since);
  const length = lengths[unit];
  if (length !== undefined) return formatInstant(start + count * length);
  if (unit === 'working-day') return afterWorkingDays(start, count);
  return afterMonths(start, unit === 'year' ? count * 12 : count);
}

/** Saturdays and Sundays don't count; public holidays are announced each year and are not known here. */
function afterWorkingDays(start: number, days: number): Instant {
  let at = start;
  for (let left = days; left > 0;) {
    at += 24 * hourMs;
    const weekday = new Date(at + 8 * hourMs).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return formatInstant(at);
}

function afterMonths(start: number, months: number): Instant {
  const date = new Date(start);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return formatInstant(date.getTime());
}

export type Urgency = 'late' | 'day' | 'week' | 'later' | 'none';

/** How near an end is: passed, within 24 hours, within 7 days, later; none where no clock runs. */
export function urgencyOf(due: Instant | undefined, nowMs: number): Urgency {
  if (due === undefined) return 'none';
  const left = Date.parse(due) - nowMs;
  if (left < 0) return 'late';
  if (left <= 24 * hourMs) return 'day';
  return left <= 7 * 24 * hourMs ? 'week' : 'later';
}

/** What is left or passed, in whole hours up to two days and in whole days beyond. */
export function timeLeft(due: Instant, nowMs: number): { code: string; count: number } {
  const ms = Date.parse(due) - nowMs;
  const hours = Math.floor(Math.abs(ms) / hourMs);
  const unit = hours < 48 ? 'hours' : 'days';
  return {
    code: `queue.${ms < 0 ? 'over' : 'left'}-${unit}`,
    count: unit === 'hours' ? hours : Math.floor(hours / 24),
  };
}
