/** The fixed part of authenticator data (WebAuthn Level 3, 6.1); extensions may follow and are signed as well. */
export interface AuthenticatorData {
  readonly rpIdHash: Buffer;
  readonly userPresent: boolean;
  readonly userVerified: boolean;
  /** Signatures so far; 0 for passkeys that do not count. */
  readonly counter: number;
}

const fixed = 37;
const present = 0x01;
const verified = 0x04;

/** Undefined where the bytes are too few. */
export function readAuthenticatorData(bytes: Buffer): AuthenticatorData | undefined {
  if (bytes.length < fixed) return undefined;
  const flags = bytes[32]!;
  return {
    rpIdHash: bytes.subarray(0, 32),
    userPresent: (flags & present) !== 0,
    userVerified: (flags & verified) !== 0,
    counter: bytes.readUInt32BE(33),
  };
}
