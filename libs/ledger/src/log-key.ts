import { Inject, Injectable } from '@nestjs/common';
import { formatVerifierKey, verifierOf, type NoteSigner, type NoteVerifier } from '#merkle';
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptFile } from './kept-file.js';
import { LEDGER_OPTIONS, type LedgerOptions } from './tokens.js';

/**
 * The log's Ed25519 key and origin, one file, made at first start. The origin never changes afterwards: it names
 * the log on every checkpoint that others hold.
 */
@Injectable()
export class LogKey {
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly verifier: NoteVerifier;
  /** The public key as people hand it on (C2SP signed-note vkey). */
  readonly verifierKey: string;

  constructor(@Inject(LEDGER_OPTIONS) options: LedgerOptions) {
    const { origin, pem } = loadOrMake(options);
    this.origin = origin;
    this.signer = { name: origin, privateKey: createPrivateKey(pem) };
    this.verifier = verifierOf(this.signer);
    this.verifierKey = formatVerifierKey(this.verifier);
  }
}

function loadOrMake({ keysDirectory, origin }: LedgerOptions): { origin: string; pem: string } {
  const text = keptFile(join(keysDirectory, 'log-key.json'), () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    return JSON.stringify({
      origin: origin ?? `destruction-ledger.invalid/${randomBytes(8).toString('hex')}`,
      pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    });
  });
  return JSON.parse(text) as { origin: string; pem: string };
}
