import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatInstant, sha256Hex } from '#kernel';
import { checkPaper, checkSignature, readSignatures } from '#papers';
import { countersign, sealCertificate } from '../../libs/certificates/src/signing/seal-certificate.js';
import type { SignatureAlgorithm } from '../../libs/certificates/src/signing/signer.js';
import { describeWithTools, runTool } from '../support/tools.js';
import { authoritySigner } from './authority.js';
import {
  attachmentName,
  sampleJson,
  samplePaper,
  sampleSigner,
  signedAt,
  signedAtMs,
} from './sample-paper.js';

const proof = Buffer.from('c2sp.org/tlog-proof@v1\nindex 7\n');

const ecdsa = {
  algorithm: 'ecdsa-p256' as const,
  newKey: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
};

describe('a sealed and countersigned paper under the tools of others', () => {
  let directory: string;
  let seal: Awaited<ReturnType<typeof sampleSigner>>;
  let approved: Buffer;
  const path = (name: string) => join(directory, name);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'papers-'));
    seal = await sampleSigner();
    const request = { signer: seal.signer, signedAt };
    const sealed = await sealCertificate(await samplePaper(), { ...request, field: 'Issuer', proof });
    approved = await countersign(sealed, { ...request, field: 'Agency_SHTB' });
    await writeFile(path('sealed.pdf'), sealed);
    await writeFile(path('approved.pdf'), approved);
    await writeFile(path('seal.pem'), new X509Certificate(seal.signer.certificateChain[0]!).toString());
  });
  afterAll(() => Promise.all([seal.close(), rm(directory, { recursive: true })]));

  describeWithTools(['qpdf'], 'qpdf', () => {
    it('finds no error in the structure', () => {
      const { code, output } = runTool('qpdf', ['--check', path('approved.pdf')]);
      expect([code, output]).toEqual([
        0,
        expect.stringContaining('No syntax or stream encoding errors found'),
      ]);
    });

    it.each([
      ['as it is', []],
      ['with object streams', ['--object-streams=generate']],
      ['linearised', ['--linearize']],
    ])('writes a file that is no longer the issued one when it saves %s', async (_, options) => {
      const files = [path('approved.pdf'), path('saved.pdf')];
      expect(runTool('qpdf', [...options, ...files]).code).toBe(0);
      const issued = [{ revision: 1, length: approved.length, sha256: sha256Hex(approved) }];
      const trust = { certificates: [sha256Hex(seal.signer.certificateChain[0]!)] };
      const check = checkPaper(await readFile(path('saved.pdf')), {
        at: signedAtMs,
        trust,
        attachment: attachmentName,
        known: { issued },
      });
      expect(check.reasons[0]).toBe('file-rewritten');
    });
  });

  describeWithTools(['pdfsig'], 'pdfsig', () => {
    it('calls both signatures valid and the whole document signed', () => {
      const { output } = runTool('pdfsig', ['-nocert', path('approved.pdf')]);
      expect(output.match(/Signature is Valid/g)).toHaveLength(2);
      expect(output.match(/ETSI\.CAdES\.detached/g)).toHaveLength(2);
      expect(output.match(/Total document signed/g)).toHaveLength(1);
      expect(output).toContain('TEST SEAL Xuhui Market Supervision SHXH');
    });
  });

  describeWithTools(['pdfsig', 'certutil', 'openssl'], 'pdfsig with a store of trusted authorities', () => {
    it('trusts a seal that one of them issued', async () => {
      const { signer, anchorPath, validAt } = authoritySigner({ directory, ...ecdsa });
      const request = { signer, field: 'Issuer', signedAt: formatInstant(validAt), proof };
      await writeFile(path('issued.pdf'), await sealCertificate(await samplePaper(), request));
      const store = `sql:${directory}`;
      runTool('certutil', ['-N', '-d', store, '--empty-password']);
      runTool('certutil', ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', anchorPath]);
      const { output } = runTool('pdfsig', ['-nssdir', directory, path('issued.pdf')]);
      expect(output).toContain('Signature is Valid');
      expect(output).toContain('Certificate is Trusted');
    });
  });

  describeWithTools(['mutool'], 'mutool', () => {
    it('sees no change since either signature', () => {
      const { output } = runTool('mutool', ['sign', '-v', path('approved.pdf')]);
      expect(output.match(/The document is unchanged since signing/g)?.length).toBeGreaterThanOrEqual(1);
      expect(output).not.toMatch(/Digest failure|has been changed/);
    });
  });

  describeWithTools(['pdfdetach'], 'pdfdetach', () => {
    it('takes out the attached data unchanged', async () => {
      runTool('pdfdetach', ['-save', '1', '-o', path('data.json'), path('approved.pdf')]);
      expect(await readFile(path('data.json'), 'utf8')).toBe(sampleJson);
    });
  });

  describeWithTools(['openssl'], 'openssl', () => {
    const verify = async (bytes: Buffer, field: string, authority: string, at = signedAtMs) => {
      const { byteRange, contents } = readSignatures(bytes).find((each) => each.field === field)!;
      const [, hole, after, length] = byteRange!;
      const signed = Buffer.concat([bytes.subarray(0, hole), bytes.subarray(after, after + length)]);
      await writeFile(path('signed.bin'), signed);
      await writeFile(path('signature.der'), contents.subarray(0, 4 + Buffer.from(contents).readUInt16BE(2)));
      const files = [
        '-in',
        path('signature.der'),
        '-content',
        path('signed.bin'),
        '-CAfile',
        authority,
        '-attime',
        String(Math.ceil(at / 1000)),
      ];
      return runTool('openssl', [
        'cms',
        '-verify',
        '-cades',
        '-binary',
        '-inform',
        'DER',
        '-out',
        '/dev/null',
        ...files,
      ]);
    };

    it('accepts both signatures as CAdES', async () => {
      for (const field of ['Issuer', 'Agency_SHTB'])
        expect(await verify(approved, field, path('seal.pem'))).toMatchObject({
          code: 0,
          output: expect.stringContaining('CAdES Verification successful'),
        });
    });

    it.each<[SignatureAlgorithm, string[]]>([
      ['ecdsa-p256', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256']],
      ['rsa-pkcs1', ['-newkey', 'rsa:2048']],
      ['rsa-pss', ['-newkey', 'rsa:2048']],
    ])('accepts, like our checker, a %s seal that an authority issued', async (algorithm, newKey) => {
      const { signer, anchor, anchorPath, validAt } = authoritySigner({ directory, algorithm, newKey });
      const request = { signer, field: 'Issuer', signedAt: formatInstant(validAt), proof };
      const sealed = await sealCertificate(await samplePaper(), request);
      expect(await verify(sealed, 'Issuer', anchorPath, validAt)).toMatchObject({ code: 0 });
      const [signature] = readSignatures(sealed);
      const trust = { certificates: [], anchors: [anchor] };
      expect(checkSignature(sealed, signature!, { at: validAt, trust }).reasons).toEqual([]);
      const nobody = { certificates: [], anchors: [signer.certificateChain[0]!] };
      expect(checkSignature(sealed, signature!, { at: validAt, trust: nobody }).reasons).toEqual([
        'certificate-untrusted',
      ]);
    });

    it('has an RSA key under 2048 bits refused before anything leaves', async () => {
      const { signer, validAt } = authoritySigner({
        directory,
        algorithm: 'rsa-pkcs1',
        newKey: ['-newkey', 'rsa:1024'],
      });
      const request = { signer, field: 'Issuer', signedAt: formatInstant(validAt), proof };
      await expect(sealCertificate(await samplePaper(), request)).rejects.toMatchObject({
        facts: { reasons: 'algorithm-unsupported' },
      });
    });

    it.each([
      ['that is no authority', 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyCertSign\n'],
      ['that may not sign certificates', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign\n'],
      [
        'with rules that we can’t follow',
        'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nnameConstraints=critical,permitted;DNS:a.example\n',
      ],
    ])('does not make our checker trust a chain through an intermediate %s', async (_, intermediate) => {
      const { signer, anchor, validAt } = authoritySigner({ directory, ...ecdsa, intermediate });
      const request = { signer, field: 'Issuer', signedAt: formatInstant(validAt), proof };
      const sealed = await sealCertificate(await samplePaper(), request);
      const trust = { certificates: [], anchors: [anchor] };
      expect(checkSignature(sealed, readSignatures(sealed)[0]!, { at: validAt, trust }).reasons).toEqual([
        'certificate-untrusted',
      ]);
    });

    it('has a seal refused whose certificate is not for signing', async () => {
      const leaf = 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,keyAgreement\n';
      const { signer, validAt } = authoritySigner({ directory, ...ecdsa, leaf });
      const request = { signer, field: 'Issuer', signedAt: formatInstant(validAt), proof };
      await expect(sealCertificate(await samplePaper(), request)).rejects.toMatchObject({
        facts: { reasons: 'certificate-usage' },
      });
    });
  });
});
