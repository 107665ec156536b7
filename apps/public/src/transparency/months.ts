import type { Instant } from '#kernel';
import { siteDate } from '#published';

/** The twelve months that end with the one of `asOf`, as `2026-11`, in Beijing time. */
export function twelveMonths(asOf: Instant): string[] {
  const [year = 0, month = 0] = siteDate(asOf).split('-').map(Number);
  return Array.from({ length: 12 }, (_, index) => {
    const count = year * 12 + month - 1 - (11 - index);
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}
