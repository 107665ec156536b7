import { constants, createHash, verify, type KeyObject } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { formatInstant, type Instant, type Sha256 } from '#kernel';
import type { SignatureReason } from '../reasons.js';
import type { PaperSignature } from '../signatures.js';
import { oid, pssSha256Params } from './object-ids.js';
import { parseCms, type ParsedCms } from './parse-cms.js';
import {
  isTrusted,
  maySign,
  readCertificate,
  validityAt,
  type ReadCertificate,
  type Trust,
} from './trust.js';

const minRsaBits = 2048;

/** Who signed, in the certificate's own words. */
export interface SignerIdentity {
  readonly sha256: Sha256;
  readonly certificate: Uint8Array;
  readonly commonName: string;
  readonly organization: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

export interface SignatureCheck {
  readonly ok: boolean;
  /** Empty when ok; the most telling reason first. */
  readonly reasons: readonly SignatureReason[];
  /** Present as soon as the certificate could be read, also when the signature does not hold. */
  readonly signer?: SignerIdentity;
}

/**
 * Checks one signature of a paper: its place in the file, the digest of what it covers, its attributes
 * (EN 319 122-1, 4.2), the signature itself, and the certificate at the time `at` (milliseconds)
 * against the checker's own trust. Reads nothing but its arguments, never throws for hostile bytes.
 */
export function checkSignature(
  bytes: Uint8Array,
  signature: PaperSignature,
  { at, trust }: { readonly at: number; readonly trust: Trust },
): SignatureCheck {
  const reasons: SignatureReason[] = [...signature.problems];
  if (signature.subFilter !== 'ETSI.CAdES.detached') reasons.push('subfilter-unknown');
  const cms = parseCms(signature.contents);
  if ('reason' in cms) return { ok: false, reasons: [...reasons, cms.reason] };
  if (signature.byteRange && !rangeDigest(bytes, signature.byteRange).equals(cms.messageDigest))
    reasons.push('digest-mismatch');
  const embedded = cms.certificates.flatMap((der) => readCertificate(der) ?? []);
  const hash = Buffer.from(cms.certificateHash).toString('hex');
  const seal = embedded.find((each) => each.sha256 === hash);
  if (!seal) return { ok: false, reasons: [...reasons, 'certificate-missing'] };
  if (!namesCertificate(cms, seal)) reasons.push('certificate-mismatch');
  const wrong = signatureFault(cms, seal);
  if (wrong) reasons.push(wrong);
  reasons.push(...certificateFaults(seal, embedded, trust, at));
  return { ok: reasons.length === 0, reasons, signer: identityOf(seal) };
}

/** SHA-256 over the two parts of the file that a byte range covers. */
export function rangeDigest(bytes: Uint8Array, range: readonly [0, number, number, number]): Buffer {
  return createHash('sha256')
    .update(bytes.subarray(0, range[1]))
    .update(bytes.subarray(range[2], range[2] + range[3]))
    .digest();
}

function certificateFaults(
  seal: ReadCertificate,
  embedded: readonly ReadCertificate[],
  trust: Trust,
  at: number,
): SignatureReason[] {
  const faults: SignatureReason[] = [];
  if (!maySign(seal)) faults.push('certificate-usage');
  const validity = validityAt(seal, at);
  if (validity === 'before') faults.push('certificate-not-yet-valid');
  if (validity === 'after') faults.push('certificate-expired');
  if (!isTrusted(seal, embedded, trust, at)) faults.push('certificate-untrusted');
  return faults;
}

/** The signer's identifier (issuer and serial number) must mean the certificate of the signed attribute. */
function namesCertificate(cms: ParsedCms, seal: ReadCertificate): boolean {
  const named = cms.signer.sid.issuerAndSerialNumber;
  const { issuer, serialNumber } = seal.fields.tbsCertificate;
  if (!named || !Buffer.from(named.serialNumber).equals(new Uint8Array(serialNumber))) return false;
  const bytes = new Uint8Array(AsnConvert.serialize(issuer));
  return Buffer.from(AsnConvert.serialize(named.issuer)).equals(bytes);
}

/** ECDSA on P-256, RSA PKCS #1 v1.5 and RSASSA-PSS from 2048 bits on; all with SHA-256. */
function signatureFault(cms: ParsedCms, seal: ReadCertificate): SignatureReason | undefined {
  const { algorithm, parameters } = cms.signer.signatureAlgorithm;
  const { key } = seal;
  const options = verifyOptions(algorithm, parameters ?? undefined, key);
  if (!options) return 'algorithm-unsupported';
  const value = new Uint8Array(cms.signer.signature.buffer);
  return verify('sha256', cms.toBeSigned, { key, ...options }, value) ? undefined : 'signature-wrong';
}

function verifyOptions(algorithm: string, parameters: ArrayBuffer | undefined, key: KeyObject) {
  const details = key.asymmetricKeyDetails;
  if (algorithm === oid.ecdsaWithSha256)
    return details?.namedCurve === 'prime256v1' ? { dsaEncoding: 'der' as const } : undefined;
  if (key.asymmetricKeyType !== 'rsa' || (details?.modulusLength ?? 0) < minRsaBits) return undefined;
  if (algorithm === oid.rsaEncryption || algorithm === oid.rsaWithSha256)
    return { padding: constants.RSA_PKCS1_PADDING };
  if (
    algorithm !== oid.rsaPss ||
    !parameters ||
    !pssSha256Params.includes(Buffer.from(parameters).toString('hex'))
  )
    return undefined;
  return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };
}

function identityOf({ der, sha256, fields }: ReadCertificate): SignerIdentity {
  const { subject, validity } = fields.tbsCertificate;
  const attribute = (type: string) =>
    [...subject]
      .flatMap((set) => [...set])
      .find((each) => each.type === type)
      ?.value.toString() ?? '';
  return {
    sha256,
    certificate: der,
    commonName: attribute('2.5.4.3'),
    organization: attribute('2.5.4.10'),
    notBefore: formatInstant(validity.notBefore.getTime().getTime()),
    notAfter: formatInstant(validity.notAfter.getTime().getTime()),
  };
}
