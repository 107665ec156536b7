import type { Instant } from '#kernel';
import { siteOffset } from './site-time.js';

/** `2026-11-18 16:58`, in the time of `offset` (such as `+08:00`). */
export function formatTime(instant: Instant, offset: string = siteOffset): string {
  return shifted(instant, offset).slice(0, 16).replace('T', ' ');
}

export function formatDate(instant: Instant, offset: string = siteOffset): string {
  return shifted(instant, offset).slice(0, 10);
}

/** From start to end, the day only once where it is the same. */
export function formatSpan(from: Instant, to: Instant, offset: string): string {
  const [start, end] = [formatTime(from, offset), formatTime(to, offset)];
  return start.slice(0, 10) === end.slice(0, 10) ? `${start}–${end.slice(11)}` : `${start} – ${end}`;
}

function shifted(instant: Instant, offset: string): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(offset) ?? [];
  const shiftMs = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(Date.parse(instant) + shiftMs).toISOString();
}
