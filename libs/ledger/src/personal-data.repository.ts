import { Injectable } from '@nestjs/common';
import type { Json, Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import type { Tx } from '#platform';
import { createHash, randomBytes } from 'node:crypto';

/** Personal data stands outside of the ledger; the entry carries SHA-256(32-byte key ‖ JCS(value)) (ledger.md). */
@Injectable()
export class PersonalData {
  /** Keeps a value with a fresh key and gives the commitment for the entry. */
  async commit(tx: Tx, value: Json, about: { kind: string; subject: string }): Promise<Sha256> {
    const key = randomBytes(32);
    const commitment = createHash('sha256').update(key).update(canonicalBytes(value)).digest('hex') as Sha256;
    await tx.query(
      'INSERT INTO work.personal_data (commitment, kind, subject, key, value) VALUES ($1, $2, $3, $4, $5)',
      [commitment, about.kind, about.subject, key, JSON.stringify(value)],
    );
    return commitment;
  }

  /** The value behind a commitment; undefined once it is erased. */
  async open(tx: Tx, commitment: Sha256): Promise<Json | undefined> {
    const [row] = await tx.query('SELECT value FROM work.personal_data WHERE commitment = $1', [commitment]);
    return (row as { value: Json } | undefined)?.value;
  }
}
