import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '#kernel';
import { checkPaper, readSignatures } from '#papers';
import { contentBytes } from '../../libs/certificates/src/domain/content-hash.js';
import { loadFonts } from '../../libs/certificates/src/pdf/fonts.js';
import { renderCertificate } from '../../libs/certificates/src/pdf/render-certificate.js';
import { countersign, sealCertificate } from '../../libs/certificates/src/signing/seal-certificate.js';
import { countyContent, photosOf } from '../support/certificate-samples.js';
import { thumbnailsOf } from '../support/thumbnails.js';
import { describeWithTools, runTool } from '../support/tools.js';
import { attachmentName, sampleSigner, signedAt, signedAtMs } from './sample-paper.js';

const proof = Buffer.from('c2sp.org/tlog-proof@v1\nindex 7\n');

describe('a rendered certificate, sealed and signed by every agency', () => {
  const content = countyContent({ photos: photosOf(3) });
  const fields = [...new Set(content.approvals.map(({ agency }) => `Agency_${agency}`))];
  let directory: string;
  let seal: Awaited<ReturnType<typeof sampleSigner>>;
  let signed: Buffer;
  let path: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'certificates-'));
    seal = await sampleSigner();
    const thumbnails = await thumbnailsOf(content.photos);
    const verifyUrl = `http://localhost:3001/c/${content.number}`;
    const base = await renderCertificate(content, { fonts: loadFonts(), thumbnails, verifyUrl });
    const request = { signer: seal.signer, signedAt };
    signed = await sealCertificate(base, { ...request, field: 'Issuer', proof });
    for (const field of fields) signed = await countersign(signed, { ...request, field });
    path = join(directory, 'signed.pdf');
    await writeFile(path, signed);
  });
  afterAll(() => Promise.all([seal.close(), rm(directory, { recursive: true })]));

  it('is the issued file, with every signature sound and its data attached', () => {
    const issued = [{ revision: fields.length + 1, length: signed.length, sha256: sha256Hex(signed) }];
    const check = checkPaper(signed, {
      at: signedAtMs,
      trust: { certificates: [sha256Hex(seal.signer.certificateChain[0]!)] },
      attachment: attachmentName,
      known: { issued },
    });
    expect(check.issued?.revision).toBe(fields.length + 1);
    expect(check.signatures.map(({ field }) => field)).toEqual(['Issuer', ...fields]);
    expect(check.signatures.flatMap((each) => each.check.reasons)).toEqual([]);
    expect(Buffer.from(check.attachment!)).toEqual(Buffer.from(contentBytes(content)));
  });

  it('has one certification, the first, and leaves the page objects of the base file alone', () => {
    expect(readSignatures(signed).map(({ docMdp }) => docMdp)).toEqual([2, ...fields.map(() => undefined)]);
    const pages = (bytes: Buffer) => bytes.toString('latin1').match(/\/Type \/Page\n/g)?.length;
    const [first] = readSignatures(signed);
    expect(pages(signed)).toBe(pages(signed.subarray(0, first!.byteRange![1])));
  });

  describeWithTools(['qpdf', 'pdfsig', 'mutool', 'pdftotext'], 'under the tools of others', () => {
    it('is sound, unchanged since each signature, and still readable', () => {
      expect(runTool('qpdf', ['--check', path]).output).toContain(
        'No syntax or stream encoding errors found',
      );
      const signatures = runTool('pdfsig', ['-nocert', path]).output;
      expect(signatures.match(/Signature is Valid/g)).toHaveLength(fields.length + 1);
      expect(runTool('mutool', ['sign', '-v', path]).output).not.toMatch(/Digest failure|has been changed/);
      expect(runTool('pdftotext', ['-enc', 'UTF-8', path, '-']).output).toContain('销毁');
    });
  });
});
