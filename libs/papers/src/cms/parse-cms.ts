import { Attribute, ContentInfo, SignedData, type SignerInfo } from '@peculiar/asn1-cms';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import type { SignatureReason } from '../reasons.js';
import { derAt, derChildren, derInHole, type Der } from './der.js';
import { oid } from './object-ids.js';
import { SigningCertificateV2 } from './signing-certificate.js';

const certificatesTag = 0xa0;
/** A seal and its intermediates; the search for a chain tries pairs, so their number must stay small. */
const maxCertificates = 8;
const signedTag = 0xa0;
const unsignedTag = 0xa1;
/** Version, signer identifier, digest algorithm. */
const signerFieldsBeforeSigned = 3;

/** A detached CAdES signature, taken apart; nothing in it is checked against anything yet. */
export interface ParsedCms {
  readonly signer: SignerInfo;
  /** DER of the signed attributes as a SET OF: what the signature was made over. */
  readonly toBeSigned: Uint8Array;
  readonly messageDigest: Uint8Array;
  /** SHA-256 of the certificate that the signature names as its own. */
  readonly certificateHash: Uint8Array;
  /** Embedded certificates as they stand in the file. */
  readonly certificates: readonly Uint8Array[];
  /** Raw unsigned attributes. */
  readonly unsigned: readonly Uint8Array[];
}

type SignedParts = Pick<ParsedCms, 'toBeSigned' | 'messageDigest' | 'certificateHash'>;

/** Takes the hole of a signature; gives its parts, or the reason why they can't be trusted to be read. */
export function parseCms(hole: Uint8Array): ParsedCms | { readonly reason: SignatureReason } {
  const der = derInHole(hole);
  if (!der) return { reason: 'cms-malformed' };
  try {
    return takeApart(der);
  } catch {
    // The ASN.1 parser throws many kinds of errors; for a stranger's bytes all of them say the same.
    return { reason: 'cms-malformed' };
  }
}

function takeApart(der: Uint8Array): ParsedCms | { readonly reason: SignatureReason } {
  const info = AsnConvert.parse(der, ContentInfo);
  if (info.contentType !== oid.signedData) return { reason: 'cms-malformed' };
  const data = AsnConvert.parse(info.content, SignedData);
  if (data.encapContentInfo.eContentType !== oid.data || data.encapContentInfo.eContent)
    return { reason: 'cms-not-detached' };
  const signer = data.signerInfos[0];
  if (!signer || data.signerInfos.length !== 1) return { reason: 'cms-signers' };
  const digest = signer.digestAlgorithm.algorithm;
  if (digest !== oid.sha256 || data.digestAlgorithms.some((each) => each.algorithm !== oid.sha256))
    return { reason: 'algorithm-unsupported' };
  const raw = rawParts(der);
  if (raw.certificates.length > maxCertificates) return { reason: 'cms-malformed' };
  const attributes = signedAttributes(raw.signed);
  if ('reason' in attributes) return attributes;
  return { signer, ...attributes, certificates: raw.certificates, unsigned: raw.unsigned };
}

/** Content type, digest and signing certificate exactly once each, in DER order, without a signing time. */
function signedAttributes(raw: Uint8Array | undefined): SignedParts | { readonly reason: SignatureReason } {
  const members = raw ? slices(raw, derAt(raw, 0, raw.length)!) : [];
  const attributes = members.map((member) => AsnConvert.parse(member, Attribute));
  const values = new Map(attributes.map((each) => [each.attrType, each.attrValues]));
  if (!raw || values.size !== members.length || !isSorted(members)) return { reason: 'cms-attributes' };
  // EN 319 142-1, 6.3: the claimed time stands in /M of the signature dictionary instead.
  if (values.has(oid.signingTime)) return { reason: 'cms-signing-time' };
  const type = single(values.get(oid.contentType));
  const digest = single(values.get(oid.messageDigest));
  const certificate = single(values.get(oid.signingCertificateV2));
  const idData = Buffer.from('06092a864886f70d010701', 'hex');
  if (!type || !digest || !certificate || !idData.equals(new Uint8Array(type)))
    return { reason: 'cms-attributes' };
  const essId = AsnConvert.parse(certificate, SigningCertificateV2).certs[0];
  if (!essId || (essId.hashAlgorithm && essId.hashAlgorithm.algorithm !== oid.sha256))
    return { reason: 'cms-attributes' };
  const toBeSigned = Uint8Array.from(raw);
  toBeSigned[0] = 0x31;
  return {
    toBeSigned,
    messageDigest: new Uint8Array(AsnConvert.parse(digest, OctetString).buffer),
    certificateHash: new Uint8Array(essId.certHash.buffer),
  };
}

function single(values: readonly ArrayBuffer[] | undefined): ArrayBuffer | undefined {
  return values?.length === 1 ? values[0] : undefined;
}

/** SET OF in DER: members in ascending order of their encodings (X.690, 11.6). */
function isSorted(members: readonly Uint8Array[]): boolean {
  return members.every((each, index) => index === 0 || Buffer.compare(members[index - 1]!, each) < 0);
}

/** Certificates and attributes byte for byte: encoding them anew could hide a difference. */
function rawParts(der: Uint8Array) {
  const info = children(der, derAt(der, 0, der.length)!);
  const data = children(der, children(der, info[1]!)[0]!);
  const certificates = data.find((each) => each.tag === certificatesTag);
  const signer = children(der, children(der, data.at(-1)!)[0]!);
  const signed = signer[signerFieldsBeforeSigned];
  const unsigned = signer.slice(signerFieldsBeforeSigned).find((each) => each.tag === unsignedTag);
  return {
    certificates: certificates ? slices(der, certificates) : [],
    signed: signed?.tag === signedTag ? der.subarray(signed.start, signed.end) : undefined,
    unsigned: unsigned ? slices(der, unsigned) : [],
  };
}

function children(bytes: Uint8Array, parent: Der): readonly Der[] {
  return derChildren(bytes, parent) ?? [];
}

function slices(bytes: Uint8Array, parent: Der): readonly Uint8Array[] {
  return children(bytes, parent).map((each) => bytes.subarray(each.start, each.end));
}
