import { attachmentOf, unpack } from './attachment.js';
import { guarded } from './pdf/pdf-fault.js';
import { PdfParser } from './pdf/pdf-parser.js';
import { isCount, isDict } from './pdf/pdf-value.js';
import { openPaper } from './revisions.js';

const marker = '/EmbeddedFile';
const maxCandidates = 16;
/** How far before its marker the object of an embedded file may begin. */
const maxHeadBytes = 512;

/**
 * The data that a file *claims* to be about, to find which certificate it must be compared with; never to be
 * shown as true. Reads them as {@link attachmentOf} does, or, where a damaged table leads nowhere, takes the
 * first embedded file that still unpacks. Undefined when there is none.
 */
export function claimedAttachment(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const opened = openPaper(bytes);
  const attached = 'file' in opened ? guarded(() => attachmentOf(opened.file, name)) : undefined;
  return attached ?? scan(bytes);
}

function scan(bytes: Uint8Array): Uint8Array | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = buffer.indexOf(marker);
  for (let tried = 0; at >= 0 && tried < maxCandidates; tried++, at = buffer.indexOf(marker, at + 1)) {
    const from = Math.max(0, at - maxHeadBytes);
    const head = buffer.subarray(from, at).lastIndexOf(' obj');
    const found = head < 0 ? undefined : guarded(() => streamAt(bytes, from + head + ' obj'.length));
    if (found) return found;
  }
  return undefined;
}

/** The stream whose dictionary begins here, with its length written in the dictionary itself. */
function streamAt(bytes: Uint8Array, position: number): Uint8Array | undefined {
  const parser = new PdfParser(bytes, position);
  const dict = parser.value();
  const length = isDict(dict) ? dict.get('Length') : undefined;
  if (!isDict(dict) || !isCount(length)) return undefined;
  parser.expect('stream');
  const start = parser.position + (bytes[parser.position] === 0x0d ? 2 : 1);
  return unpack(bytes, dict, { start, length });
}
