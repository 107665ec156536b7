import { randomBytes, sign, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  BasicConstraints,
  Certificate,
  Extension,
  Extensions,
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_subjectKeyIdentifier,
  KeyUsage,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509';
import { createHash } from 'node:crypto';
import { oid } from '#papers';

const years = 10;
/** Upper bound of common and organization names (RFC 5280, appendix A.1). */
const maxNameLength = 64;

export interface SealOwner {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * A self-signed certificate for a P-256 key, valid ten years from `at` (milliseconds); DER.
 * Its subject says TEST SEAL, so that no reader can take it for an authority's. No extended key usage:
 * validators then accept it for documents (RFC 5280, 4.2.1.12).
 */
export function makeTestSeal({ publicKey, privateKey }: KeyPair, owner: SealOwner, at: number): Uint8Array {
  const spki = AsnConvert.parse(publicKey.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo);
  const algorithm = new AlgorithmIdentifier({ algorithm: oid.ecdsaWithSha256 });
  const subject = nameOf(owner);
  const from = new Date(at);
  const until = new Date(at);
  until.setUTCFullYear(from.getUTCFullYear() + years);
  const tbs = new TBSCertificate({
    version: Version.v3,
    serialNumber: serialNumber(),
    signature: algorithm,
    issuer: subject,
    validity: new Validity({ notBefore: from, notAfter: until }),
    subject,
    subjectPublicKeyInfo: spki,
    extensions: extensionsFor(spki),
  });
  const signatureValue = sign('sha256', Buffer.from(AsnConvert.serialize(tbs)), privateKey);
  const certificate = new Certificate({
    tbsCertificate: tbs,
    signatureAlgorithm: algorithm,
    signatureValue: Uint8Array.from(signatureValue).buffer,
  });
  return new Uint8Array(AsnConvert.serialize(certificate));
}

function nameOf({ code, nameZh, nameEn }: SealOwner): Name {
  const part = (type: string, text: string) =>
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({
        type,
        value: new AttributeValue({ utf8String: [...text].slice(0, maxNameLength).join('') }),
      }),
    ]);
  return new Name([
    part('2.5.4.10', nameZh),
    part('2.5.4.11', `测试印章 TEST SEAL ${code}`),
    part('2.5.4.3', `TEST SEAL ${nameEn}`),
  ]);
}

function extensionsFor(key: SubjectPublicKeyInfo): Extensions {
  const keyId = createHash('sha1').update(new Uint8Array(key.subjectPublicKey)).digest();
  const extension = (extnID: string, critical: boolean, value: object) =>
    new Extension({ extnID, critical, extnValue: new OctetString(AsnConvert.serialize(value)) });
  return new Extensions([
    extension(id_ce_basicConstraints, true, new BasicConstraints({ cA: false })),
    extension(
      id_ce_keyUsage,
      true,
      new KeyUsage(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation),
    ),
    // SHA-1 as a name, not as protection: method 1 of RFC 5280, 4.2.1.2.
    extension(id_ce_subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId)),
  ]);
}

/** 16 random bytes, positive and without a leading zero, as DER INTEGERs want (RFC 5280, 4.1.2.2). */
function serialNumber(): ArrayBuffer {
  const bytes = Uint8Array.from(randomBytes(16));
  bytes[0] = (bytes[0]! & 0x3f) | 0x40;
  return bytes.buffer;
}
