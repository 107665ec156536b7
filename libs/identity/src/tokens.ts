import { createHash, randomBytes } from 'node:crypto';

/** Injection token of {@link IdentityOptions}. */
export const IDENTITY_OPTIONS = Symbol('identity options');

export interface IdentityOptions {
  /** In production demonstration accounts can't sign in. */
  readonly production: boolean;
  /** Address of the staff site, to which passkeys are bound; only the staff application needs it. */
  readonly officeUrl?: string;
}

/** A new opaque token of 256 random bits (base64url, 43 characters). */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
