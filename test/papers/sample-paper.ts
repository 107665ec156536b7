import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import type { Instant } from '#kernel';
import { openSoftwareSigner } from '../../libs/certificates/src/signing/software-signer.js';
import type { Signer } from '../../libs/certificates/src/signing/signer.js';

export const attachmentName = 'certificate.json';
export const sampleJson = '{"number":"SHXH-2026-0001-7","v":1}';
export const signedAt = '2026-11-24T03:12:45.123Z' as Instant;
export const signedAtMs = Date.parse(signedAt);

interface FormInternals {
  readonly _root: {
    readonly data: Record<string, unknown> & { AcroForm: { data: Record<string, unknown> } };
  };
}

function annotationsOf(document: PDFKit.PDFDocument): readonly unknown[] {
  return (document.page as unknown as { annotations: readonly unknown[] }).annotations;
}

/** A small base file of the agreed profile: placed empty fields, an attached JSON, no signature. */
export function samplePaper(text = 'Certificate of destruction', json = sampleJson): Promise<Buffer> {
  const at = new Date(Date.UTC(2026, 10, 24));
  const document = new PDFDocument({
    pdfVersion: '1.7',
    compress: true,
    info: { CreationDate: at, ModDate: at, Title: 'Sample' },
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Buffer>((resolve) => document.on('end', () => resolve(Buffer.concat(chunks))));
  document.fontSize(20).text(text, 72, 72);
  document.file(Buffer.from(json), {
    name: attachmentName,
    type: 'application/json',
    creationDate: at,
    modifiedDate: at,
    relationship: 'Source',
  } as PDFKit.Mixins.PDFAttachmentOptions);
  document.initForm();
  const { data } = (document as unknown as FormInternals)._root;
  delete data.AcroForm.data['NeedAppearances'];
  data.AcroForm.data['SigFlags'] = 3;
  ['Issuer', 'Agency_SHXH', 'Agency_SHTB'].forEach((name, index) => {
    const appearance = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 180, 60] });
    appearance.end('q Q\n');
    document.annotate(72 + index * 160, 600, 140, 60, {
      Subtype: 'Widget',
      FT: 'Sig',
      T: new String(name),
      F: 132,
      AP: { N: appearance },
    } as never);
    (data.AcroForm.data['Fields'] as unknown[]).push(annotationsOf(document).at(-1));
  });
  document.end();
  return done;
}

/** A test seal in a directory of its own, removed by `close`. */
export async function sampleSigner(code = 'SHXH'): Promise<{ signer: Signer; close: () => Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), 'seal-'));
  const agency = { code, nameZh: '上海市徐汇区市场监督管理局', nameEn: `Xuhui Market Supervision ${code}` };
  const signer = await openSoftwareSigner({ directory, agency, at: signedAtMs });
  return { signer, close: () => rm(directory, { recursive: true }) };
}
