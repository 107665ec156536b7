import { createHash } from 'node:crypto';
import { attachmentOf } from './attachment.js';
import { checkSignature } from './cms/check-signature.js';
import { explain } from './explain.js';
import type { CheckOptions, PaperCheck, PaperParts } from './paper-check.js';
import { guarded } from './pdf/pdf-fault.js';
import type { PdfFile } from './pdf/pdf-file.js';
import { openPaper, revisionsOf } from './revisions.js';
import { signaturesOf } from './signatures.js';

/**
 * The first of the three questions about a paper: is it exactly a file that was issued, and if not, what
 * happened to it. Hashes alone decide; structure and signatures explain. Never throws for hostile bytes.
 */
export function checkPaper(bytes: Uint8Array, options: CheckOptions): PaperCheck {
  const opened = openPaper(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const issued = options.known.issued.find((each) => each.length === bytes.length && each.sha256 === sha256);
  const parts = 'file' in opened ? readParts(opened.file, options) : { revisions: [], signatures: [] };
  if (issued) return { issued, reasons: [], ...parts };
  return { reasons: explain({ bytes, sha256, opened, parts, options }), ...parts };
}

function readParts(file: PdfFile, options: CheckOptions): PaperParts {
  const signatures = guarded(() => signaturesOf(file)) ?? [];
  const attachment = guarded(() => attachmentOf(file, options.attachment));
  return {
    revisions: revisionsOf(file),
    signatures: signatures.map((each) => ({ ...each, check: checkSignature(file.bytes, each, options) })),
    ...(attachment ? { attachment } : {}),
  };
}
