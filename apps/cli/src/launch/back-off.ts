import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/** Takes how many starts have failed in a row (1 = the first); gives the pause before the next, in ms. */
export function pauseBefore(attempt: number): number {
  return Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS);
}

/** Waits that pause. Does not keep the process alive. */
export async function backOff(attempt: number): Promise<void> {
  await delay(pauseBefore(attempt), undefined, { ref: false });
}
