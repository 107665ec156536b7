import { QueryFailedError } from 'typeorm';

/** SQLSTATE of a server that ends, starts, or has no room: 57P01–57P05, class 08, 53300. */
const awayStates = /^(57P0[1-5]|08...|53300)$/;
const awayErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** What the driver and TypeORM say, without a code, of a connection that ended under them. */
const awaySentences =
  /Connection terminated|not queryable|Cannot use a pool after|query runner (was )?already released|Query runner already released/i;

/** Whether something failed because the database can't be reached just now, rather than by what was asked of it. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = error instanceof QueryFailedError ? (error.driverError as Error) : error;
  const code = (cause as { code?: unknown }).code;
  if (typeof code === 'string' && (awayStates.test(code) || awayErrors.has(code))) return true;
  return awaySentences.test(cause.message);
}
