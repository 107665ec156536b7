import { Injectable } from '@nestjs/common';
import type { Assertion } from '#entries';
import { formatInstant, type PersonId } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';

export interface StepUpRow {
  readonly token: Buffer;
  readonly person: PersonId;
  readonly purpose: string;
  readonly sha256: string;
}

/** Rows of step-ups. */
@Injectable()
export class StepUpsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps a new step-up, and forgets those of the same person that ran out. */
  async insert({
    token,
    person,
    purpose,
    sha256,
    assertion,
    expiresMs,
    nowMs,
  }: StepUpRow & { assertion?: Assertion; expiresMs: number; nowMs: number }) {
    await this.dataSource.query('DELETE FROM work.step_ups WHERE person = $1 AND expires <= $2', [
      person,
      formatInstant(nowMs),
    ]);
    await this.dataSource.query(
      `INSERT INTO work.step_ups (token, person, purpose, sha256, expires, assertion)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        token,
        person,
        purpose,
        sha256,
        formatInstant(expiresMs),
        assertion ? JSON.stringify(assertion) : null,
      ],
    );
  }

  /**
   * Marks the step-up as used and gives what it was made by; undefined where there is none that fits. Two uses at
   * once: one of them gets undefined.
   */
  async use(
    tx: Tx,
    { token, person, purpose, sha256, nowMs }: StepUpRow & { nowMs: number },
  ): Promise<{ assertion: Assertion | null } | undefined> {
    const [rows] = (await tx.query(
      `UPDATE work.step_ups SET used = $5
       WHERE token = $1 AND person = $2 AND purpose = $3 AND sha256 = $4 AND used IS NULL AND expires > $5
       RETURNING assertion`,
      [token, person, purpose, sha256, formatInstant(nowMs)],
    )) as [{ assertion: Assertion | null }[], number];
    return rows[0];
  }
}
