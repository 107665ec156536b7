import type { Outcome } from '#ledger';
import type { Response } from 'express';

/** Answers a write: 201 for the first time, 200 for a repeat, the result with the receipt of its (first) entry. */
export function answer<R extends object>(response: Response, outcome: Outcome<R>, firstStatus = 201): void {
  const { result, entry, repeated } = outcome;
  response.status(repeated ? 200 : firstStatus).json({ ...result, entry });
}
