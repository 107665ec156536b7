/** Algorithms that the checker of #papers accepts; the hash is SHA-256 in all of them. */
export type SignatureAlgorithm = 'ecdsa-p256' | 'rsa-pkcs1' | 'rsa-pss';

/**
 * Whoever holds a seal's key: software here, a PKCS#11 token or a remote service elsewhere.
 * Keys never leave it; it sees only the bytes to be signed.
 */
export interface Signer {
  /** DER of X.509 certificates: the seal's own first, then its intermediates, without the root. */
  readonly certificateChain: readonly Uint8Array[];
  readonly algorithm: SignatureAlgorithm;
  /**
   * Takes the DER of the signed attributes (not their hash), gives the signature. ECDSA as DER SEQUENCE
   * of r and s, as CMS wants it: PKCS#11 tokens give r and s side by side, so their adapter converts.
   */
  sign(toBeSigned: Uint8Array): Promise<Uint8Array>;
}
