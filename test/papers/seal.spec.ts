import { sha256Hex } from '#kernel';
import { checkSignature, readAttachment, readProof, readRevisions, readSignatures } from '#papers';
import { signedAttributes } from '../../libs/certificates/src/signing/cms-builder.js';
import { prepareSignature } from '../../libs/certificates/src/signing/prepare-signature.js';
import { countersign, sealCertificate } from '../../libs/certificates/src/signing/seal-certificate.js';
import type { Signer } from '../../libs/certificates/src/signing/signer.js';
import { handMadePdf } from './hand-made.js';
import {
  attachmentName,
  sampleJson,
  samplePaper,
  sampleSigner,
  signedAt,
  signedAtMs,
} from './sample-paper.js';

const proof = Buffer.from('c2sp.org/tlog-proof@v1\nindex 7\n');
const tenYearsMs = 10 * 366 * 24 * 3600_000;

describe('the seal of a certificate', () => {
  let base: Buffer;
  let sealed: Buffer;
  let seal: Awaited<ReturnType<typeof sampleSigner>>;
  let agency: Awaited<ReturnType<typeof sampleSigner>>;

  const trustIn = (...signers: readonly Signer[]) => ({
    certificates: signers.map(({ certificateChain }) => sha256Hex(certificateChain[0]!)),
  });

  beforeAll(async () => {
    seal = await sampleSigner('SHXH');
    agency = await sampleSigner('SHTB');
    base = await samplePaper();
    sealed = await sealCertificate(base, {
      signer: seal.signer,
      field: 'Issuer',
      signedAt,
      proof,
      name: '徐汇区市场监管局',
      location: '上海',
    });
  });
  afterAll(() => Promise.all([seal.close(), agency.close()]));

  it('certifies the whole base file, permits signing only, and holds under the trusted seal', () => {
    const [signature, ...others] = readSignatures(sealed);
    expect(others).toEqual([]);
    expect(signature).toMatchObject({
      field: 'Issuer',
      subFilter: 'ETSI.CAdES.detached',
      docMdp: 2,
      revision: 1,
      coversWholeRevision: true,
      claimedAt: '2026-11-24T03:12:45.000Z',
      name: '徐汇区市场监管局',
      location: '上海',
      problems: [],
    });
    const check = checkSignature(sealed, signature!, { at: signedAtMs, trust: trustIn(seal.signer) });
    expect(check).toMatchObject({
      ok: true,
      reasons: [],
      signer: {
        organization: '上海市徐汇区市场监督管理局',
        commonName: 'TEST SEAL Xuhui Market Supervision SHXH',
        notAfter: '2036-11-24T03:12:45.000Z',
      },
    });
  });

  it('only appends: the base file stays the first revision, byte for byte', () => {
    expect(sealed.subarray(0, base.length).equals(base)).toBe(true);
    expect(readRevisions(sealed)).toEqual([
      { length: base.length, sha256: sha256Hex(base) },
      { length: sealed.length, sha256: sha256Hex(sealed) },
    ]);
  });

  it("keeps the file identifier and carries the ledger's proof and the attached data", () => {
    const ids = [...sealed.toString('latin1').matchAll(/\/ID \[([^\]]+)\]/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    expect(ids[1]).toBe(ids[0]);
    expect(Buffer.from(readProof(readSignatures(sealed)[0]!)!)).toEqual(proof);
    expect(Buffer.from(readAttachment(sealed, attachmentName)!).toString()).toBe(sampleJson);
    expect(readAttachment(sealed, 'other.json')).toBeUndefined();
  });

  it('is the same file for the same inputs and the same signature value', async () => {
    const values = new Map<string, Uint8Array>();
    const repeating: Signer = {
      ...seal.signer,
      sign: async (bytes) => {
        const key = sha256Hex(bytes);
        const value = values.get(key) ?? (await seal.signer.sign(bytes));
        values.set(key, value);
        return value;
      },
    };
    const request = { signer: repeating, field: 'Issuer', signedAt, proof };
    expect(await sealCertificate(base, request)).toEqual(await sealCertificate(base, request));
    expect(values.size).toBe(1);
  });

  it('stays valid when an agency signs its own field afterwards', async () => {
    const approved = await countersign(sealed, { signer: agency.signer, field: 'Agency_SHTB', signedAt });
    const signatures = readSignatures(approved);
    expect(signatures.map(({ field, revision, docMdp }) => [field, revision, docMdp])).toEqual([
      ['Issuer', 1, 2],
      ['Agency_SHTB', 2, undefined],
    ]);
    const trust = trustIn(seal.signer, agency.signer);
    for (const signature of signatures)
      expect(checkSignature(approved, signature, { at: signedAtMs, trust }).reasons).toEqual([]);
    expect(readProof(signatures[1]!)).toBeUndefined();
  });

  it('is checked alike in files whose fields still have a period in their names', async () => {
    const old = Buffer.from(base.toString('latin1').replace(/Agency_SH/g, 'Agency.SH'), 'latin1');
    const before = await sealCertificate(old, { signer: seal.signer, field: 'Issuer', signedAt, proof });
    const approved = await countersign(before, { signer: agency.signer, field: 'Agency.SHTB', signedAt });
    const trust = trustIn(seal.signer, agency.signer);
    const checks = readSignatures(approved).map((each) => [
      each.field,
      checkSignature(approved, each, { at: signedAtMs, trust }).reasons,
    ]);
    expect(checks).toEqual([
      ['Issuer', []],
      ['Agency.SHTB', []],
    ]);
  });

  it('is not trusted when the seal is on no list, and names when it is not valid', () => {
    const [signature] = readSignatures(sealed);
    const reasons = (at: number, trust = trustIn(seal.signer)) =>
      checkSignature(sealed, signature!, { at, trust }).reasons;
    expect(reasons(signedAtMs, trustIn(agency.signer))).toEqual(['certificate-untrusted']);
    expect(reasons(signedAtMs - 1000)).toEqual(['certificate-not-yet-valid']);
    expect(reasons(signedAtMs + tenYearsMs)).toEqual(['certificate-expired']);
  });

  it('refuses a field that is missing or signed, and a second certification', async () => {
    const request = { signer: agency.signer, signedAt };
    await expect(countersign(sealed, { ...request, field: 'Agency_NONE' })).rejects.toMatchObject({
      code: 'certificates.field-missing',
    });
    await expect(countersign(sealed, { ...request, field: 'Issuer' })).rejects.toMatchObject({
      code: 'certificates.field-signed',
    });
    await expect(sealCertificate(sealed, { ...request, field: 'Agency_SHTB', proof })).rejects.toMatchObject({
      code: 'certificates.already-certified',
    });
  });

  it.each([
    ['text', Buffer.from('no PDF at all')],
    ['nothing', Buffer.alloc(0)],
    ['a file without an identifier', handMadePdf({ 1: '<</Type /Catalog>>' })],
    [
      'a file whose last line has no end',
      handMadePdf({ 1: '<</Type /Catalog>>' }, '/ID [<00> <00>]').subarray(0, -1),
    ],
  ])('refuses to seal %s', async (_, bytes) => {
    await expect(
      sealCertificate(bytes, { signer: seal.signer, field: 'Issuer', signedAt, proof }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'certificates.base-unreadable' });
  });

  it('never gives out a file whose signature does not hold: r and s side by side instead of DER', async () => {
    const raw: Signer = { ...seal.signer, sign: async () => new Uint8Array(64).fill(1) };
    await expect(
      sealCertificate(base, { signer: raw, field: 'Issuer', signedAt, proof }),
    ).rejects.toMatchObject({ kind: 'busy', code: 'certificates.signer-wrong' });
  });

  it('refuses a signature that does not fit, before the signer is asked where the size is known', async () => {
    const long: Signer = { ...seal.signer, sign: async () => new Uint8Array(400) };
    await expect(
      sealCertificate(base, { signer: long, field: 'Issuer', signedAt, proof }),
    ).rejects.toMatchObject({ code: 'certificates.signature-too-large' });
  });

  it('binds the signed attributes to the digest of the prepared file', () => {
    const prepared = prepareSignature(base, { field: 'Issuer', certify: true, signedAt, reserve: 2000 });
    const attributes = signedAttributes({ digest: prepared.digest, signer: seal.signer });
    expect(attributes.includes(Buffer.from(prepared.digest))).toBe(true);
    expect(attributes[0]).toBe(0x31);
  });
});
