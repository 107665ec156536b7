import type { Brand } from './ids.js';

/** A moment as RFC 3339 text in UTC with exactly milliseconds: `2026-11-24T03:12:45.123Z`. */
export type Instant = Brand<string, 'instant'>;

/** The only source of the present; commands take it by injection, tests give a fake one. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** True for an existing moment in the exact form of {@link Instant} (no 30 February, no 24:00). */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string' || !shape.test(text)) return false;
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === text;
}

/** Gives milliseconds since 1970 as an {@link Instant}; throws RangeError outside of the Date range. */
export function formatInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}
