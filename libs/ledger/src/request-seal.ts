import { Inject, Injectable } from '@nestjs/common';
import type { Sha256 } from '#kernel';
import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptFile } from './kept-file.js';
import { LEDGER_OPTIONS, type LedgerOptions } from './tokens.js';

/**
 * What is kept of a request's content to recognise its repeat. The content may hold names and numbers of people: a
 * plain hash in the database would let whoever reads it confirm a guess, so a secret of this installation goes in,
 * which lies beside the keys and never in the database or its backups.
 */
@Injectable()
export class RequestSeal {
  private readonly secret: Buffer;

  constructor(@Inject(LEDGER_OPTIONS) { keysDirectory }: LedgerOptions) {
    const make = () => randomBytes(32).toString('hex');
    this.secret = Buffer.from(keptFile(join(keysDirectory, 'request-secret'), make), 'hex');
    if (this.secret.length !== 32)
      throw new Error('keys/request-secret is damaged: restore it from a backup.');
  }

  /** HMAC-SHA-256 (RFC 2104) of a request's fingerprint, in hex. */
  of(fingerprint: Sha256): string {
    return createHmac('sha256', this.secret).update(fingerprint).digest('hex');
  }
}
