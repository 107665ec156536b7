import { attachmentOf } from './attachment.js';
import { guarded } from './pdf/pdf-fault.js';
import { openPaper, revisionsOf, type Revision } from './revisions.js';
import { signaturesOf, type PaperSignature } from './signatures.js';

/** Revisions of a paper, the base file (0) first; empty when the file is not one of our papers. */
export function readRevisions(bytes: Uint8Array): readonly Revision[] {
  const opened = openPaper(bytes);
  return 'file' in opened ? revisionsOf(opened.file) : [];
}

/** Signatures of a paper in the order of signing; empty when the file is not one of our papers. */
export function readSignatures(bytes: Uint8Array): readonly PaperSignature[] {
  const opened = openPaper(bytes);
  return 'file' in opened ? (guarded(() => signaturesOf(opened.file)) ?? []) : [];
}

/** The embedded file of this name, at most 16 MiB; undefined when there is none or it can't be read. */
export function readAttachment(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const opened = openPaper(bytes);
  return 'file' in opened ? guarded(() => attachmentOf(opened.file, name)) : undefined;
}
