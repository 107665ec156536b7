import { Injectable } from '@nestjs/common';
import { formatInstant, type PersonId } from '#kernel';
import type { Tx } from '#platform';
import type { KnownPasskey } from './domain/passkey.js';

export interface PasskeyDetails {
  readonly credential: string;
  /** What the person calls the device. */
  readonly name: string;
  readonly counter: number;
  readonly transports: readonly string[];
}
export interface Ceremony {
  readonly person: PersonId;
  /** `enrol`, or the purpose of the signature. */
  readonly use: string;
  /** base64url. */
  readonly challenge: string;
}

/** Rows of passkeys and of their ceremonies. */
@Injectable()
export class PasskeysRepository {
  /** Opens a ceremony: its answer counts once, until then. One person has at most a handful, so old ones go at once. */
  async open(tx: Tx, { person, use, challenge }: Ceremony, times: { nowMs: number; expiresMs: number }) {
    await tx.query('DELETE FROM work.passkey_challenges WHERE person = $1 AND expires <= $2', [
      person,
      formatInstant(times.nowMs),
    ]);
    await tx.query(
      `INSERT INTO work.passkey_challenges (person, use, challenge, expires) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person, use, challenge) DO UPDATE SET expires = $4`,
      [person, use, challenge, formatInstant(times.expiresMs)],
    );
  }

  /** Ends a ceremony; false where none is open. Two answers at once: one of them gets false. */
  async end(tx: Tx, { person, use, challenge }: Ceremony, nowMs: number): Promise<boolean> {
    const [, ended] = (await tx.query(
      'DELETE FROM work.passkey_challenges WHERE person = $1 AND use = $2 AND challenge = $3 AND expires > $4',
      [person, use, challenge, formatInstant(nowMs)],
    )) as [unknown, number];
    return ended === 1;
  }

  /** A passkey that is not removed, locked until the end of the unit of work. */
  async lock(tx: Tx, credential: string): Promise<KnownPasskey | undefined> {
    const [row] = await tx.query(
      `SELECT credential, person, alg, public_key AS "publicKey", rp_id AS "rpId" FROM state.passkeys
       WHERE credential = $1 AND removed IS NULL FOR UPDATE`,
      [credential],
    );
    return row as KnownPasskey | undefined;
  }

  /** How many the person has, and whether the credential was ever enrolled by anybody. */
  async known(tx: Tx, person: PersonId, credential: string): Promise<{ own: number; taken: boolean }> {
    const [row] = await tx.query(
      `SELECT count(*) FILTER (WHERE person = $1 AND removed IS NULL)::integer AS own,
         coalesce(bool_or(credential = $2), false) AS taken
       FROM state.passkeys WHERE person = $1 OR credential = $2`,
      [person, credential],
    );
    return row as { own: number; taken: boolean };
  }

  async insertDetails(tx: Tx, { credential, name, counter, transports }: PasskeyDetails): Promise<void> {
    await tx.query(
      'INSERT INTO work.passkey_details (credential, name, counter, transports) VALUES ($1, $2, $3, $4)',
      [credential, name, counter, transports],
    );
  }

  async details(tx: Tx, credential: string): Promise<{ counter: number; suspected: boolean }> {
    const [row] = await tx.query(
      'SELECT counter::integer AS counter, suspected IS NOT NULL AS suspected FROM work.passkey_details WHERE credential = $1',
      [credential],
    );
    return row as { counter: number; suspected: boolean };
  }

  /** Notes that a copy of the device seems to exist. */
  async suspect(tx: Tx, credential: string, nowMs: number): Promise<void> {
    await tx.query('UPDATE work.passkey_details SET suspected = $2 WHERE credential = $1', [
      credential,
      formatInstant(nowMs),
    ]);
  }

  /** Whether this very signature was used before; ask under the lock of its passkey. */
  async wasUsed(tx: Tx, signature: Buffer): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM work.passkey_uses WHERE signature = $1', [
      signature,
    ]);
    return rows.length > 0;
  }

  async use(
    tx: Tx,
    { credential, counter, signature }: { credential: string; counter: number; signature: Buffer },
    nowMs: number,
  ): Promise<void> {
    await tx.query('INSERT INTO work.passkey_uses (signature, credential, used) VALUES ($1, $2, $3)', [
      signature,
      credential,
      formatInstant(nowMs),
    ]);
    await tx.query('UPDATE work.passkey_details SET counter = $2, last_used = $3 WHERE credential = $1', [
      credential,
      counter,
      formatInstant(nowMs),
    ]);
  }
}
