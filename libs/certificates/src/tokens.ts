/** Injection token of {@link CertificateOptions}. */
export const CERTIFICATE_OPTIONS = Symbol('certificate options');

export interface CertificateOptions {
  /** Directory of the seals' keys. */
  readonly keysDirectory: string;
  /** Address of the public site, printed in QR codes. */
  readonly publicUrl: string;
}
