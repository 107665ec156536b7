/** Injection token of {@link CertificateOptions}. */
export const CERTIFICATE_OPTIONS = Symbol('certificate options');

export interface CertificateOptions {
  /** Directory of the seals' keys. */
  readonly keysDirectory: string;
  /** Address of the public site, printed in QR codes. */
  readonly publicUrl: string;
}

/** The page of the public site that tells about a number; the one for any number without it. */
export function verificationAddress({ publicUrl }: CertificateOptions, number?: string): string {
  return `${publicUrl.replace(/\/$/, '')}${number === undefined ? '/verify' : `/c/${number}`}`;
}
