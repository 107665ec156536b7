/** So long after the last upload, the machine is free for what could wait. */
const quietMs = 5_000;
/** No photo waits longer for its decode, however many more come. */
const longestWaitMs = 60_000;

/**
 * Up to which time of arrival photos are decoded now, in milliseconds: all of them once uploads have paused, else those
 * that waited long enough.
 * @param latestMs arrival of the last upload; undefined where there was none for days
 */
export function decodableUntil(nowMs: number, latestMs: number | undefined): number {
  const isQuiet = latestMs === undefined || nowMs - latestMs >= quietMs;
  return isQuiet ? nowMs : nowMs - longestWaitMs;
}
