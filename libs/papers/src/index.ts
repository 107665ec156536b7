export { originFits, readClientData } from './assertion/client-data.js';
export { PasskeyRegister } from './assertion/passkey-register.js';
export type { SignatureFault } from './assertion/passkey-register.js';
export { verifyAssertion } from './assertion/verify-assertion.js';
export type { AssertionFault, CheckedAssertion, ExpectedAssertion } from './assertion/verify-assertion.js';
export { certificateNumber, parseCertificateNumber } from './certificate-number.js';
export { paperMessages } from './messages.js';
export { numberMessages } from './number-messages.js';
export { claimedAttachment } from './claimed-attachment.js';
export { checkPaper } from './check-paper.js';
export type {
  CheckedSignature,
  CheckOptions,
  IssuedRevision,
  KnownPaper,
  PaperCheck,
  PaperParts,
} from './paper-check.js';
export { checkSignature, rangeDigest } from './cms/check-signature.js';
export type { SignatureCheck, SignerIdentity } from './cms/check-signature.js';
export { derAt, derChildren } from './cms/der.js';
export { oid, pssSha256Params, tlogProofOid } from './cms/object-ids.js';
export { EssCertIdV2, SigningCertificateV2 } from './cms/signing-certificate.js';
export type { Trust } from './cms/trust.js';
export { readProof, readUnsignedAttribute } from './cms/unsigned-attribute.js';
export type { PdfFaultCode } from './pdf/pdf-fault.js';
export type { PdfFile, PdfObject } from './pdf/pdf-file.js';
export { isArray, isDict, PdfRef, PdfText } from './pdf/pdf-value.js';
export type { PdfDict, PdfValue } from './pdf/pdf-value.js';
export { readAttachment, readRevisions, readSignatures } from './read-paper.js';
export type { PaperReason, SignatureReason } from './reasons.js';
export { openPaper } from './revisions.js';
export type { Opened, Revision } from './revisions.js';
export { signatureFieldsOf } from './signatures.js';
export type { PaperSignature, SignatureField } from './signatures.js';
export { encodeRanges, isPrintable } from './text/coverage.js';
export { coverageTable } from './text/coverage-table.js';
export { textMessages } from './text/messages.js';
export { printableJson } from './text/printable-json.js';
export { assertPrintable, normalizeText } from './text/printable-text.js';
