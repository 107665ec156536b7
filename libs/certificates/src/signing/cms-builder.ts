import { createHash } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  derAt,
  derChildren,
  EssCertIdV2,
  oid,
  pssSha256Params,
  SigningCertificateV2,
  tlogProofOid,
} from '#papers';
import {
  derAlgorithm,
  derAttribute,
  derObjectId,
  derOctets,
  derSequence,
  derSet,
  derValue,
} from './der-writer.js';
import type { SignatureAlgorithm, Signer } from './signer.js';

const version1 = Buffer.of(2, 1, 1);
const derNull = Buffer.of(5, 0);
const context0 = 0xa0;
const context1 = 0xa1;

/** The longest signature of each algorithm: DER of two 33-byte integers, RSA with 4096 bits. */
const longestSignature: Readonly<Record<SignatureAlgorithm, number>> = {
  'ecdsa-p256': 72,
  'rsa-pkcs1': 512,
  'rsa-pss': 512,
};

/** What belongs to one signature besides the signature value. */
export interface CmsContent {
  /** SHA-256 of the signed bytes. */
  readonly digest: Uint8Array;
  readonly signer: Pick<Signer, 'certificateChain' | 'algorithm'>;
  /** A C2SP tlog-proof for the unsigned attribute; only the first signature of a paper carries one. */
  readonly proof?: Uint8Array;
}

/**
 * The signed attributes of a CAdES baseline signature (EN 319 122-1): content type, digest, and the
 * signing certificate by its hash; no signing time (EN 319 142-1, 6.3). DER of the SET OF: exactly the
 * bytes that the signer signs.
 */
export function signedAttributes({ digest, signer }: CmsContent): Buffer {
  const certificate = createHash('sha256').update(signer.certificateChain[0]!).digest();
  const essId = new EssCertIdV2({ certHash: new OctetString(certificate) });
  const essIds = Buffer.from(AsnConvert.serialize(new SigningCertificateV2({ certs: [essId] })));
  return derSet([
    derAttribute(oid.contentType, derObjectId(oid.data)),
    derAttribute(oid.messageDigest, derOctets(digest)),
    derAttribute(oid.signingCertificateV2, essIds),
  ]);
}

/** DER of the detached SignedData (RFC 5652, 5.1) around a finished signature value; certificates as given. */
export function buildCms(content: CmsContent, signature: Uint8Array): Buffer {
  const certificates = derSet(content.signer.certificateChain, context0);
  const data = derSequence(
    version1,
    derSet([derAlgorithm(oid.sha256)]),
    derSequence(derObjectId(oid.data)),
    certificates,
    derSet([signerInfo(content, signature)]),
  );
  return derSequence(derObjectId(oid.signedData), derValue(context0, data));
}

/** Bytes that the finished CMS takes at most, known before a signer is asked. */
export function cmsSize(content: CmsContent): number {
  return buildCms(content, new Uint8Array(longestSignature[content.signer.algorithm])).length;
}

function signerInfo(content: CmsContent, signature: Uint8Array): Buffer {
  const { signer, proof } = content;
  const attributes = signedAttributes(content);
  // Implicit tagging: the same bytes as were signed, under [0] instead of SET OF (RFC 5652, 5.4).
  attributes[0] = context0;
  return derSequence(
    version1,
    issuerAndSerialNumber(signer.certificateChain[0]!),
    derAlgorithm(oid.sha256),
    attributes,
    signatureAlgorithm(signer.algorithm),
    derOctets(signature),
    proof ? derSet([derAttribute(tlogProofOid, derOctets(proof))], context1) : new Uint8Array(),
  );
}

/** The signer identifier, taken from a certificate byte for byte: an encoding of our own could differ from the issuer's. */
export function issuerAndSerialNumber(certificate: Uint8Array): Buffer {
  const tbs = derChildren(certificate, derAt(certificate, 0, certificate.length)!)![0]!;
  const [first, ...others] = derChildren(certificate, tbs)!;
  const [serialNumber, , issuer] = first!.tag === context0 ? others : [first!, ...others];
  return derSequence(
    certificate.subarray(issuer!.start, issuer!.end),
    certificate.subarray(serialNumber!.start, serialNumber!.end),
  );
}

function signatureAlgorithm(algorithm: SignatureAlgorithm): Buffer {
  if (algorithm === 'ecdsa-p256') return derAlgorithm(oid.ecdsaWithSha256);
  if (algorithm === 'rsa-pkcs1') return derAlgorithm(oid.rsaEncryption, derNull);
  return derAlgorithm(oid.rsaPss, Buffer.from(pssSha256Params[0]!, 'hex'));
}
