import { createPrivateKey, generateKeyPairSync, randomUUID, sign, X509Certificate } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '#kernel';
import type { Signer } from './signer.js';
import { makeTestSeal, type SealOwner } from './test-seal.js';

export interface SoftwareSignerOptions {
  /** Directory of the keys; made with mode 0700 when it is missing. */
  readonly directory: string;
  readonly agency: SealOwner;
  /** Milliseconds: where the validity of a newly made seal begins. */
  readonly at: number;
}

/**
 * The test seal of one agency: a P-256 key in a file that only its owner may read, made at the first call.
 * Key and certificate share the file, and the file appears whole or not at all, so two processes that
 * start at once end up with the same seal. Throws `invalid` `certificates.agency-code` and `busy`
 * `certificates.key-unreadable`.
 */
export async function openSoftwareSigner(options: SoftwareSignerOptions): Promise<Signer> {
  const { directory, agency } = options;
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(agency.code))
    throw new DomainError('invalid', 'certificates.agency-code', { code: agency.code });
  const path = join(directory, `${agency.code}.pem`);
  const stored = (await readIfThere(path)) ?? (await create(path, options));
  return signerOf(stored, path);
}

function signerOf(pem: string, path: string): Signer {
  try {
    const key = createPrivateKey(pem);
    const certificate = new X509Certificate(pem);
    if (!certificate.checkPrivateKey(key)) throw new Error('the certificate belongs to another key');
    return {
      certificateChain: [new Uint8Array(certificate.raw)],
      algorithm: 'ecdsa-p256',
      sign: (toBeSigned) => Promise.resolve(sign('sha256', toBeSigned, { key, dsaEncoding: 'der' })),
    };
  } catch (error) {
    // What OpenSSL says names no key material; the path is what an operator needs.
    throw new DomainError('busy', 'certificates.key-unreadable', { path, detail: (error as Error).message });
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes beside the final name, then links: link fails when another process was first, and theirs counts. */
async function create(path: string, { directory, agency, at }: SoftwareSignerOptions): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  await writeDurably(draft, newSeal(agency, at));
  try {
    await link(draft, path);
    await syncDirectory(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return readFile(path, 'utf8');
}

function newSeal(agency: SealOwner, at: number): string {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = new X509Certificate(makeTestSeal(pair, agency, at));
  return `${pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}${certificate.toString()}`;
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
