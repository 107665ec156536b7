import { Inject, Injectable } from '@nestjs/common';
import { formatVerifierKey, verifierOf, type NoteSigner, type NoteVerifier } from '#merkle';
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  const path = join(keysDirectory, 'log-key.json');
  mkdirSync(keysDirectory, { recursive: true, mode: 0o700 });
  const existing = read(path);
  if (existing) return existing;
  const { privateKey } = generateKeyPairSync('ed25519');
  const made = {
    origin: origin ?? `destruction-ledger.invalid/${randomBytes(8).toString('hex')}`,
    pem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
  // Written aside and linked: of two processes that start at once, the first one's key stays.
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, JSON.stringify(made), { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  return read(path)!;
}

function read(path: string): { origin: string; pem: string } | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { origin: string; pem: string };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
