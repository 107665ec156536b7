import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { sha256Hex } from '#kernel';
import { checkSignature, oid, readProof, readSignatures, tlogProofOid, type SignatureReason } from '#papers';
import {
  buildCms,
  issuerAndSerialNumber,
  signedAttributes,
  type CmsContent,
} from '../../libs/certificates/src/signing/cms-builder.js';
import {
  derAlgorithm,
  derAttribute,
  derObjectId,
  derOctets,
  derSequence,
  derSet,
  derValue,
} from '../../libs/certificates/src/signing/der-writer.js';
import {
  completeSignature,
  prepareSignature,
  type PreparedSignature,
} from '../../libs/certificates/src/signing/prepare-signature.js';
import type { Signer } from '../../libs/certificates/src/signing/signer.js';
import { makeTestSeal } from '../../libs/certificates/src/signing/test-seal.js';
import { samplePaper, signedAt, signedAtMs } from './sample-paper.js';

const owner = { code: 'SHXH', nameZh: '徐汇', nameEn: 'Xuhui' };

function newSigner() {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = makeTestSeal(pair, owner, signedAtMs);
  const signer: Signer = {
    certificateChain: [certificate],
    algorithm: 'ecdsa-p256',
    sign: async (bytes) => sign('sha256', bytes, pair.privateKey),
  };
  return { signer, certificate, signNow: (bytes: Uint8Array) => sign('sha256', bytes, pair.privateKey) };
}

describe('a signature made by an attacker', () => {
  const { signer, certificate, signNow } = newSigner();
  const other = newSigner();
  const trust = { certificates: [sha256Hex(certificate)] };
  let prepared: PreparedSignature;

  const reasonsOf = (bytes: Uint8Array): readonly SignatureReason[] =>
    checkSignature(bytes, readSignatures(bytes)[0]!, { at: signedAtMs, trust }).reasons;
  const withCms = (cms: Uint8Array) => reasonsOf(completeSignature(prepared, cms));
  const content = (): CmsContent => ({ digest: prepared.digest, signer });
  const honest = () => buildCms(content(), signNow(signedAttributes(content())));

  /** A SignedData whose parts an attacker may choose; signed properly over the given attributes. */
  function forge(parts: {
    attributes?: Buffer;
    encapsulated?: Buffer;
    signers?: 0 | 1 | 2;
    digestAlgorithm?: Buffer;
    certificates?: readonly Uint8Array[];
    unsigned?: readonly Buffer[];
  }): Buffer {
    const attributes = parts.attributes ?? signedAttributes(content());
    const implicit = Buffer.from(attributes);
    implicit[0] = 0xa0;
    const digestAlgorithm = parts.digestAlgorithm ?? derAlgorithm(oid.sha256);
    const info = derSequence(
      Buffer.of(2, 1, 1),
      issuerAndSerialNumber(certificate),
      digestAlgorithm,
      implicit,
      derAlgorithm(oid.ecdsaWithSha256),
      derOctets(signNow(attributes)),
      parts.unsigned ? derValue(0xa1, ...parts.unsigned) : new Uint8Array(),
    );
    const data = derSequence(
      Buffer.of(2, 1, 1),
      derSet([digestAlgorithm]),
      parts.encapsulated ?? derSequence(derObjectId(oid.data)),
      derSet(parts.certificates ?? [certificate], 0xa0),
      derValue(0x31, ...Array.from({ length: parts.signers ?? 1 }, () => info)),
    );
    return derSequence(derObjectId(oid.signedData), derValue(0xa0, data));
  }

  const attribute = {
    type: () => derAttribute(oid.contentType, derObjectId(oid.data)),
    digest: () => derAttribute(oid.messageDigest, derOctets(prepared.digest)),
    seal: (der: Uint8Array = certificate) =>
      derAttribute(
        oid.signingCertificateV2,
        derSequence(derSequence(derSequence(derOctets(createHash('sha256').update(der).digest())))),
      ),
    time: () => derAttribute(oid.signingTime, Buffer.from('170d3236313132343033313234355a', 'hex')),
  };

  beforeAll(async () => {
    const request = { field: 'Issuer', certify: true, signedAt, reserve: 4000 };
    prepared = prepareSignature(await samplePaper(), request);
  });

  it('is accepted only when it is honest', () => {
    expect(withCms(honest())).toEqual([]);
    expect(withCms(forge({}))).toEqual([]);
  });

  it.each([0, 2] as const)('has %d signers', (signers) => {
    expect(withCms(forge({ signers }))).toEqual(['cms-signers']);
  });

  it('carries content of its own', () => {
    const encapsulated = derSequence(derObjectId(oid.data), derValue(0xa0, derOctets(Buffer.from('other'))));
    expect(withCms(forge({ encapsulated }))).toEqual(['cms-not-detached']);
  });

  it('lacks, repeats or disorders signed attributes', () => {
    const { type, digest, seal } = attribute;
    const sorted = (...members: Buffer[]) => derSet(members);
    for (const attributes of [
      sorted(type(), digest()),
      sorted(type(), seal()),
      sorted(digest(), seal()),
      sorted(type(), digest(), digest(), seal()),
      sorted(type(), digest(), seal(), derAttribute(oid.messageDigest, derOctets(Buffer.alloc(32, 0xff)))),
      derValue(0x31, seal(), digest(), type()),
      derSet([]),
    ])
      expect(withCms(forge({ attributes }))).toEqual(['cms-attributes']);
  });

  it('states a signing time inside', () => {
    const attributes = derSet([attribute.type(), attribute.digest(), attribute.seal(), attribute.time()]);
    expect(withCms(forge({ attributes }))).toEqual(['cms-signing-time']);
  });

  it('is over another digest, or with another hash algorithm', () => {
    const wrong = derAttribute(oid.messageDigest, derOctets(Buffer.alloc(32)));
    const attributes = derSet([attribute.type(), wrong, attribute.seal()]);
    expect(withCms(forge({ attributes }))).toEqual(['digest-mismatch']);
    const sha1 = derAlgorithm('1.3.14.3.2.26');
    expect(withCms(forge({ digestAlgorithm: sha1 }))).toEqual(['algorithm-unsupported']);
  });

  it('names a certificate that is not embedded, or not the signer’s', () => {
    expect(withCms(forge({ certificates: [other.certificate] }))).toEqual(['certificate-missing']);
    expect(withCms(forge({ certificates: [] }))).toEqual(['certificate-missing']);
    const attributes = derSet([attribute.type(), attribute.digest(), attribute.seal(other.certificate)]);
    expect(withCms(forge({ attributes, certificates: [certificate, other.certificate] }))).toEqual([
      'certificate-mismatch',
      'signature-wrong',
      'certificate-untrusted',
    ]);
  });

  it('is made with another key', () => {
    expect(withCms(buildCms(content(), other.signNow(signedAttributes(content()))))).toEqual([
      'signature-wrong',
    ]);
  });

  it('is nested to exhaust the stack, padded with content, or no DER at all', () => {
    const nested = Array.from({ length: 900 }).reduce<Buffer>((inner) => derSequence(inner), Buffer.alloc(0));
    const indefinite = Buffer.concat(Array.from({ length: 1900 }, () => Buffer.of(0x30, 0x80)));
    for (const cms of [
      nested,
      indefinite,
      Buffer.concat([honest(), Buffer.from('hidden')]),
      Buffer.from('no DER'),
      Buffer.alloc(0),
      derSequence(derObjectId(oid.data), derValue(0xa0, derOctets(Buffer.of(1)))),
      Buffer.of(0x30, 0x84, 0xff, 0xff, 0xff, 0xff),
    ])
      expect(withCms(cms)).toEqual(['cms-malformed']);
  });

  it('names a weaker format', () => {
    const bytes = completeSignature(prepared, honest());
    const weaker = bytes.toString('latin1').replace('ETSI.CAdES.detached', 'adbe.pkcs7.detached');
    expect(reasonsOf(Buffer.from(weaker, 'latin1'))).toEqual(['subfilter-unknown', 'digest-mismatch']);
  });

  it.each<[string, (range: readonly number[]) => string, SignatureReason]>([
    ['does not start at the first byte', ([, a, b, c]) => `1 ${a} ${b} ${c}`, 'range-malformed'],
    ['has more parts', ([, a, b, c]) => `0 ${a} ${b} ${c} 9 9`, 'range-malformed'],
    ['runs backwards', ([, a, b, c]) => `0 ${b} ${a} ${c}`, 'range-malformed'],
    ['is negative', ([, a, b]) => `0 ${a} ${b} -5`, 'range-malformed'],
    ['is no number', ([, a, b]) => `0 ${a} ${b} /X`, 'range-malformed'],
    ['leaves out more than the signature', ([, a, b, c]) => `0 ${a! - 9} ${b} ${c}`, 'range-hole'],
    ['leaves out less than the signature', ([, a, b, c]) => `0 ${a} ${b! - 1} ${c! + 1}`, 'range-hole'],
    ['ends early', ([, a, b, c]) => `0 ${a} ${b} ${c! - 1}`, 'range-short'],
    ['ends behind the file', ([, a, b, c]) => `0 ${a} ${b} ${c! + 1}`, 'range-short'],
  ])('has a range that %s', (_, change, reason) => {
    const bytes = completeSignature(prepared, honest());
    const old = `[${prepared.byteRange.join(' ')}]`.padEnd(40);
    const changed = `[${change(prepared.byteRange)}]`.padEnd(40);
    const forged = bytes.toString('latin1').replace(old, changed);
    expect(reasonsOf(Buffer.from(forged, 'latin1'))[0]).toBe(reason);
  });

  it('has its proof read only where it stands once, as one octet string', () => {
    const proof = derAttribute(tlogProofOid, derOctets(Buffer.from('proof')));
    const read = (...unsigned: Buffer[]) => readProof({ contents: forge({ unsigned }) });
    expect(Buffer.from(read(proof)!).toString()).toBe('proof');
    expect(read()).toBeUndefined();
    expect(read(proof, proof)).toBeUndefined();
    expect(read(derAttribute(tlogProofOid, Buffer.of(5, 0)))).toBeUndefined();
    expect(read(derAttribute('2.25.7', derOctets(Buffer.from('proof'))))).toBeUndefined();
    expect(readProof({ contents: Buffer.from('no DER') })).toBeUndefined();
  });
});
