import type { Instant } from '#kernel';

/** Everything that the public site says is in Beijing time; its footer states it once. */
export const siteOffset = '+08:00';
const siteOffsetMs = 8 * 3600 * 1000;

/** The day of an instant as the public site writes it: `2026-11-18`. */
export function siteDate(instant: Instant): string {
  return new Date(Date.parse(instant) + siteOffsetMs).toISOString().slice(0, 10);
}
