import { Injectable } from '@nestjs/common';
import { Projectors } from '#ledger';

/** The only writer of `state.passkeys`. Removed ones stay, so that their credentials never come back. */
@Injectable()
export class PasskeyProjector {
  constructor(projectors: Projectors) {
    projectors.on('passkey.enrolled', async (tx, { id, recorded, data }) => {
      await tx.query(
        `INSERT INTO state.passkeys (credential, person, alg, public_key, rp_id, added, entry)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [data.credential, data.person, data.alg, data.publicKey, data.rpId, recorded, id],
      );
    });
    projectors.on('passkey.removed', async (tx, { id, data }) => {
      await tx.query('UPDATE state.passkeys SET removed = $2 WHERE credential = $1', [data.credential, id]);
    });
  }
}
