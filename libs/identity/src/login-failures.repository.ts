import { Injectable } from '@nestjs/common';
import { formatInstant } from '#kernel';
import type { Tx } from '#platform';
import { forgottenAfterMs, oneMore, waitMs, type Failures, type FailureScope } from './domain/slow-down.js';
import { tokenHash } from './tokens.js';

export interface Counter {
  readonly scope: FailureScope;
  /** User name or address; only its hash is stored. */
  readonly key: string;
}

/** Counts failed log-ins; the rows are locked, so that guesses at the same time do not slip through. */
@Injectable()
export class LoginFailures {
  /** Milliseconds that this account or address must still wait; locks its row. */
  async wait(tx: Tx, { scope, key }: Counter, nowMs: number): Promise<number> {
    return waitMs(scope, await this.lock(tx, { scope, key }, nowMs), nowMs);
  }

  /** Counts an attempt as failed until {@link forgive} says otherwise. */
  async count(tx: Tx, { scope, key }: Counter, nowMs: number): Promise<void> {
    const { failures, lastMs } = oneMore(await this.lock(tx, { scope, key }, nowMs), nowMs);
    await tx.query('UPDATE work.login_failures SET failures = $3, last = $4 WHERE scope = $1 AND key = $2', [
      scope,
      tokenHash(key),
      failures,
      formatInstant(lastMs),
    ]);
  }

  /** After a success: the account starts anew, the address gets its one attempt back. */
  async forgive(tx: Tx, { scope, key }: Counter): Promise<void> {
    await tx.query(
      `UPDATE work.login_failures SET failures = CASE WHEN scope = 'account' THEN 0 ELSE greatest(failures - 1, 0) END
       WHERE scope = $1 AND key = $2`,
      [scope, tokenHash(key)],
    );
  }

  /** Forgets what is held against nobody any more, or invented user names would fill the table. */
  async forget(tx: Tx, nowMs: number): Promise<void> {
    await tx.query('DELETE FROM work.login_failures WHERE last <= $1', [
      formatInstant(nowMs - forgottenAfterMs),
    ]);
  }

  private async lock(tx: Tx, { scope, key }: Counter, nowMs: number): Promise<Failures> {
    await tx.query(
      'INSERT INTO work.login_failures (scope, key, failures, last) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING',
      [scope, tokenHash(key), formatInstant(nowMs)],
    );
    const [row] = await tx.query(
      'SELECT failures, last FROM work.login_failures WHERE scope = $1 AND key = $2 FOR UPDATE',
      [scope, tokenHash(key)],
    );
    const { failures, last } = row as { failures: number; last: Date };
    return { failures, lastMs: last.getTime() };
  }
}
