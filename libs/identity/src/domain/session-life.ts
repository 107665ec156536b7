const minute = 60_000;

/** Without a request for this long a session ends. */
export const idleMs = 15 * minute;
/** A session ends this long after the log-in, whatever happens in it. */
export const absoluteMs = 12 * 60 * minute;
/** `last_seen` is written at most this often, so that reads do not write each time. */
export const seenStepMs = 10_000;

export interface SessionTimes {
  readonly lastSeenMs: number;
  readonly endsMs: number;
}

/** Pure: does the session still stand at `nowMs`? */
export function sessionStands({ lastSeenMs, endsMs }: SessionTimes, nowMs: number): boolean {
  return nowMs < endsMs && nowMs - lastSeenMs < idleMs;
}
