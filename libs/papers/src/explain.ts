import { attachmentOf } from './attachment.js';
import { changesPages } from './changed-pages.js';
import type { CheckedSignature, CheckOptions, KnownPaper, PaperParts } from './paper-check.js';
import { guarded, type PdfFaultCode } from './pdf/pdf-fault.js';
import { PdfFile } from './pdf/pdf-file.js';
import type { PaperReason } from './reasons.js';
import { hashPrefixes, type Opened } from './revisions.js';
import { signatureFieldsOf } from './signatures.js';

interface Unknown {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly opened: Opened;
  readonly parts: PaperParts;
  readonly options: CheckOptions;
}

/** From the most telling to the least; `unknown-file` stands alone, when nothing else is known. */
const order: readonly PaperReason[] = [
  'not-a-pdf',
  'too-large',
  'truncated',
  'signature-stripped',
  'bytes-appended',
  'pages-replaced',
  'attachment-replaced',
  'bytes-changed',
  'file-rewritten',
  'certification-missing',
  'signature-invalid',
  'unknown-file',
];

/** Takes a file that is none of the issued ones; gives what a person should be told happened to it. */
export function explain(unknown: Unknown): readonly PaperReason[] {
  const { opened, parts, options } = unknown;
  const compared = byLength(unknown, options.known);
  // Bytes of a known file were overwritten: where the damage then shows is chance and would mislead.
  if (compared.includes('bytes-changed'))
    return parts.signatures.every((each) => each.check.ok) ? compared : [...compared, 'signature-invalid'];
  const seen = new Set<PaperReason>(compared);
  if ('fault' in opened) {
    if (compared.length === 0) seen.add(faultReason(opened.fault));
  } else {
    for (const reason of bySignatures(opened.file, parts, compared.length > 0)) seen.add(reason);
    for (const reason of byIncrements(opened.file, parts, options)) seen.add(reason);
  }
  return seen.size === 0 ? ['unknown-file'] : order.filter((reason) => seen.has(reason));
}

/** What lengths and hashes of the issued revisions say, whatever is inside of the file. */
function byLength({ bytes, sha256, opened }: Unknown, known: KnownPaper): PaperReason[] {
  if (sha256 === known.base) return ['signature-stripped'];
  if (known.issued.some((each) => each.length === bytes.length)) return ['bytes-changed'];
  const shorter = known.issued
    .filter((each) => each.length < bytes.length)
    .sort((one, other) => one.length - other.length);
  const prefixes = hashPrefixes(
    bytes,
    shorter.map((each) => each.length),
  );
  if (!prefixes.some((each, index) => each.sha256 === shorter[index]!.sha256)) return [];
  // A cut newer revision also begins with an older one; then the missing end is what to tell.
  const cut = 'fault' in opened && opened.fault === 'truncated' && shorter.length < known.issued.length;
  return [cut ? 'truncated' : 'bytes-appended'];
}

function faultReason(fault: PdfFaultCode): PaperReason {
  if (fault === 'trailing-bytes') return 'bytes-appended';
  return fault === 'structure-foreign' ? 'file-rewritten' : fault;
}

function bySignatures(file: PdfFile, parts: PaperParts, compared: boolean): PaperReason[] {
  const { signatures, attachment } = parts;
  const fields = guarded(() => signatureFieldsOf(file));
  if (!fields) return compared ? [] : ['file-rewritten'];
  if (signatures.length === 0) return fields.length > 0 || attachment ? ['signature-stripped'] : [];
  if (signatures.some((each) => isCut(each, file.bytes.length))) return ['truncated'];
  const reasons: PaperReason[] = [];
  if (signatures[0]!.docMdp !== 2) reasons.push('certification-missing');
  const faults = signatures.flatMap((each) => each.check.reasons);
  if (!compared && faults.some((fault) => fault.startsWith('range-'))) reasons.push('file-rewritten');
  else if (faults.includes('digest-mismatch')) reasons.push('bytes-changed');
  if (faults.length > 0) reasons.push('signature-invalid');
  return reasons;
}

/** What increments behind the last sound signature changed; an unsigned one is never ours unless known. */
function byIncrements(file: PdfFile, { signatures }: PaperParts, options: CheckOptions): PaperReason[] {
  const first = signatures.find((each) => each.coversWholeRevision)?.revision;
  if (first === undefined) return [];
  const last = Math.max(...signatures.map((each) => each.revision ?? 0));
  const reasons: PaperReason[] = [];
  if (last < file.sections.length - 1) reasons.push('bytes-appended');
  const signed = guarded(() => PdfFile.open(file.bytes, file.sections[first]!.end));
  if (!signed) return [...reasons, 'file-rewritten'];
  if (guarded(() => changesPages(signed, file, first)) ?? true) reasons.push('pages-replaced');
  const before = guarded(() => attachmentOf(signed, options.attachment));
  const after = guarded(() => attachmentOf(file, options.attachment));
  if (Buffer.compare(before ?? Buffer.alloc(0), after ?? Buffer.alloc(0)) !== 0)
    reasons.push('attachment-replaced');
  return reasons;
}

/** The hole is where the range says, but the signed bytes go on behind the end of the file. */
function isCut({ byteRange, problems }: CheckedSignature, length: number): boolean {
  return byteRange !== undefined && !problems.includes('range-hole') && byteRange[2] + byteRange[3] > length;
}
