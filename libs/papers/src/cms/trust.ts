import { createHash, X509Certificate, type KeyObject } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  Certificate,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  KeyUsage,
  KeyUsageFlags,
} from '@peculiar/asn1-x509';
import type { Sha256 } from '#kernel';

/** Whom the checker trusts; decided by the installation, never by the file. */
export interface Trust {
  /** SHA-256 of the DER of single seals. */
  readonly certificates: readonly Sha256[];
  /** DER of authorities under which any seal is trusted. */
  readonly anchors?: readonly Uint8Array[];
}

/** A certificate read by both parsers: fields from the ASN.1 schema, cryptography from node. */
export interface ReadCertificate {
  readonly der: Uint8Array;
  readonly sha256: Sha256;
  readonly fields: Certificate;
  readonly x509: X509Certificate;
  readonly key: KeyObject;
  /** Bits of the key usage extension, where there is one. */
  readonly usage?: number;
  /** Basic constraints, where there are any. */
  readonly basic?: BasicConstraints;
}

const maxChain = 5;
// Critical extensions of others (name constraints, policies) would need rules that are not here: refused.
const knownCritical = new Set<string>([id_ce_basicConstraints, id_ce_keyUsage, id_ce_extKeyUsage]);

/** Reads DER; gives undefined when one of the parsers refuses it. */
export function readCertificate(der: Uint8Array): ReadCertificate | undefined {
  try {
    const fields = AsnConvert.parse(der, Certificate);
    const x509 = new X509Certificate(der);
    const usage = extension(fields, id_ce_keyUsage);
    const basic = extension(fields, id_ce_basicConstraints);
    return {
      der,
      sha256: createHash('sha256').update(der).digest('hex') as Sha256,
      fields,
      x509,
      key: x509.publicKey,
      ...(usage ? { usage: AsnConvert.parse(usage, KeyUsage).toNumber() } : {}),
      ...(basic ? { basic: AsnConvert.parse(basic, BasicConstraints) } : {}),
    };
  } catch {
    // Each parser has its own errors; all of them mean that nobody can be identified by these bytes.
    return undefined;
  }
}

/** Where `at` (milliseconds) lies relative to the validity of a certificate. */
export function validityAt(certificate: ReadCertificate, at: number): 'before' | 'within' | 'after' {
  const { notBefore, notAfter } = certificate.fields.tbsCertificate.validity;
  if (at < notBefore.getTime().getTime()) return 'before';
  return at > notAfter.getTime().getTime() ? 'after' : 'within';
}

/** True when a certificate may sign documents: its key usage, where stated, says so (RFC 5280, 4.2.1.3). */
export function maySign(certificate: ReadCertificate): boolean {
  const { usage } = certificate;
  const wanted = KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation;
  return (usage === undefined || (usage & wanted) !== 0) && onlyKnownCritical(certificate);
}

/** True when the seal is listed itself or chains to an anchor, all links valid at `at` (milliseconds). */
export function isTrusted(
  seal: ReadCertificate,
  embedded: readonly ReadCertificate[],
  trust: Trust,
  at: number,
): boolean {
  if (trust.certificates.includes(seal.sha256)) return true;
  const anchors = (trust.anchors ?? []).flatMap((der) => readCertificate(der) ?? []);
  let links: readonly ReadCertificate[] = [seal];
  for (let below = 0; below < maxChain && links.length > 0; below++) {
    const issuedBy = (issuer: ReadCertificate) => links.some((link) => hasIssued(issuer, link, below, at));
    if (anchors.some(issuedBy)) return true;
    links = embedded.filter((candidate) => !links.includes(candidate) && issuedBy(candidate));
  }
  return false;
}

/** One link: an authority within its validity and path length whose key signed the certificate. */
function hasIssued(issuer: ReadCertificate, subject: ReadCertificate, below: number, at: number): boolean {
  const { basic, usage } = issuer;
  if (!basic?.cA || (basic.pathLenConstraint ?? maxChain) < below) return false;
  if (usage === undefined || (usage & KeyUsageFlags.keyCertSign) === 0) return false;
  if (validityAt(issuer, at) !== 'within' || !onlyKnownCritical(issuer)) return false;
  return subject.x509.checkIssued(issuer.x509) && subject.x509.verify(issuer.key);
}

function extension(fields: Certificate, type: string): ArrayBuffer | undefined {
  const extensions = fields.tbsCertificate.extensions ?? [];
  return [...extensions].find((each) => each.extnID === type)?.extnValue.buffer;
}

function onlyKnownCritical(certificate: ReadCertificate): boolean {
  const extensions = certificate.fields.tbsCertificate.extensions ?? [];
  return [...extensions].every((each) => !each.critical || knownCritical.has(each.extnID));
}
