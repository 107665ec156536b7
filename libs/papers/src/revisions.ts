import { createHash } from 'node:crypto';
import type { Sha256 } from '#kernel';
import { PdfFault, type PdfFaultCode } from './pdf/pdf-fault.js';
import { PdfFile } from './pdf/pdf-file.js';

/** The first `length` bytes of a file, which end with an end-of-file mark, and their hash. */
export interface Revision {
  readonly length: number;
  readonly sha256: Sha256;
}

/** A paper that could be opened, or why not. */
export type Opened = { readonly file: PdfFile } | { readonly fault: PdfFaultCode; readonly detail: string };

/** Opens a paper; a file that is not one of ours gives its fault, anything else thrown is a bug. */
export function openPaper(bytes: Uint8Array): Opened {
  try {
    return { file: PdfFile.open(bytes) };
  } catch (error) {
    if (error instanceof PdfFault) return { fault: error.code, detail: error.message };
    throw error;
  }
}

/** Lengths and hashes of a paper's revisions, the base file (0) first; each byte is hashed once. */
export function revisionsOf(file: PdfFile): readonly Revision[] {
  return hashPrefixes(
    file.bytes,
    file.sections.map((section) => section.end),
  );
}

/** Hashes of the prefixes with these lengths (ascending, none beyond the end of the bytes). */
export function hashPrefixes(bytes: Uint8Array, lengths: readonly number[]): readonly Revision[] {
  const hash = createHash('sha256');
  let done = 0;
  return lengths.map((length) => {
    hash.update(bytes.subarray(done, length));
    done = length;
    return { length, sha256: hash.copy().digest('hex') as Sha256 };
  });
}
