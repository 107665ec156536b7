import { setTimeout as wait } from 'node:timers/promises';

export interface Repetition {
  /** Pause between two rounds. */
  readonly pauseMs: number;
  /** Longest pause after rounds that failed one after the other. */
  readonly longestPauseMs: number;
  /** Ends the repetition; a round that runs is finished first. */
  readonly signal: AbortSignal;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Repeats `round` until the signal: the first one at once. A failed round is told and done again after a pause that
 * doubles with each failure. Never rejects.
 */
export async function repeat(round: () => Promise<void>, options: Repetition): Promise<void> {
  const { signal } = options;
  let failures = 0;
  while (!signal.aborted) {
    try {
      await round();
      failures = 0;
    } catch (error) {
      failures += 1;
      options.onFailure(error);
    }
    await wait(pauseAfter(failures, options), undefined, { signal }).catch(() => undefined);
  }
}

/** The pause after so many failures in a row. */
export function pauseAfter(
  failures: number,
  { pauseMs, longestPauseMs }: Pick<Repetition, 'pauseMs' | 'longestPauseMs'>,
): number {
  return Math.min(longestPauseMs, pauseMs * 2 ** Math.min(failures, 30));
}
