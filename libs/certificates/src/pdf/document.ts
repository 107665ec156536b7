import PDFDocument from 'pdfkit';
import type { CertificateContent } from '../domain/certificate-content.js';
import { contentBytes } from '../domain/content-hash.js';
import type { FontSet } from './fonts.js';
import { internalsOf, textString } from './pdfkit-internals.js';
import type { Pdf } from './pdfkit-internals.js';
import { page } from './theme.js';

/** XMP of PDF/UA-1 with the extension schema that PDF/A-3 (ISO 19005-3, 6.6.2.3) asks for. */
const pdfUaIdentification = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

/**
 * A new document: PDF 1.7, tagged, PDF/A-3a and PDF/UA-1 options, our fonts registered, no page yet.
 * All its dates and its /ID come from the issue time. The title holds the number only: pdfkit copies
 * it into XMP without escaping.
 */
export function createDocument(content: CertificateContent, fonts: FontSet): Pdf {
  const options = {
    size: 'A4',
    margins: { top: page.top, bottom: page.bottom, left: page.left, right: page.right },
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    autoFirstPage: false,
    bufferPages: true,
    // `null` keeps pdfkit from registering Helvetica, which would not be embedded.
    font: null,
    info: {
      Title: `销毁证明书 Certificate of Destruction ${content.number}`,
      Creator: 'Destruction Ledger',
      CreationDate: new Date(Date.parse(content.issuedAt)),
    },
  };
  const pdf = new PDFDocument(options as unknown as PDFKit.PDFDocumentOptions);
  for (const { name, source } of [fonts.regular.han, fonts.regular.latin, fonts.bold.han, fonts.bold.latin]) {
    pdf.registerFont(name, source as unknown as PDFKit.Mixins.PDFFontSource);
  }
  internalsOf(pdf).appendXML(pdfUaIdentification);
  declareExtensions(pdf);
  return pdf;
}

/** PAdES signatures and AES-free Adobe extensions are announced before the first signature is made. */
function declareExtensions(pdf: Pdf): void {
  internalsOf(pdf)._root.data['Extensions'] = {
    ADBE: { BaseVersion: '1.7', ExtensionLevel: 8 },
    ESIC: { BaseVersion: '1.7', ExtensionLevel: 2 },
  };
}

/** Attaches the content as `certificate.json` in JCS form: the source that the pages were drawn from. */
export function attachContent(pdf: Pdf, content: CertificateContent): void {
  const issued = new Date(Date.parse(content.issuedAt));
  internalsOf(pdf).file(contentBytes(content), {
    name: 'certificate.json',
    type: 'application/json',
    description: 'Data of this certificate, RFC 8785',
    relationship: 'Source',
    creationDate: issued,
    modifiedDate: issued,
  });
}

/** Starts an AcroForm that holds signature fields only. */
export function openForm(pdf: Pdf): { Fields: unknown[] } {
  internalsOf(pdf).initForm();
  const form = (internalsOf(pdf)._root.data['AcroForm'] as { data: Record<string, unknown> }).data;
  // A viewer that regenerates appearances would change a signed page.
  delete form['NeedAppearances'];
  // SignaturesExist and AppendOnly (ISO 32000-1, table 219): every later change is an increment.
  form['SigFlags'] = 3;
  form['DA'] = textString('/F1 0 Tf 0 g');
  return form as { Fields: unknown[] };
}

/** Ends the document and gives its bytes. */
export async function finish(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  pdf.end();
  for await (const chunk of pdf as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}
