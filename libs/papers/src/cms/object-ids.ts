/** Object identifiers of CMS (RFC 5652), CAdES (EN 319 122-1) and their algorithms (RFC 5754, 5758, 4055). */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

/**
 * Unsigned attribute that carries a C2SP tlog-proof as one OCTET STRING.
 * No registered attribute exists for it, and the project owns no enterprise arc, so the identifier comes
 * from 2.25, where anyone may use the number of a UUID without registration (ITU-T X.667, 6.3):
 * UUID dba9c8bc-d1a7-4adb-8070-da59c0984b95, made at random for this one purpose.
 */
export const tlogProofOid = `2.25.${BigInt('0xdba9c8bcd1a74adb8070da59c0984b95')}`;

const sha256Bare = '300b0609608648016503040201';
const sha256WithNull = '300d06096086480165030402010500';
const mgf1 = '06092a864886f70d010108';
const salt32 = 'a203020120';

/**
 * RSASSA-PSS-params (RFC 4055, 3.1) for SHA-256, MGF1 with SHA-256 and a salt of 32 bytes, in hex: hash
 * parameters NULL, as most signers write them, or absent. Anything else is refused.
 */
export const pssSha256Params: readonly string[] = [
  `3034a00f${sha256WithNull}a11c301a${mgf1}${sha256WithNull}${salt32}`,
  `3030a00d${sha256Bare}a11a3018${mgf1}${sha256Bare}${salt32}`,
];
