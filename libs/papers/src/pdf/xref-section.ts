import { PdfFault } from './pdf-fault.js';
import { PdfParser, type ParseBudget } from './pdf-parser.js';
import type { PdfDict } from './pdf-value.js';

/** Entries of all tables of a file together; our largest certificates have some twenty thousand. */
const maxEntries = 100_000;
const entryBytes = 20;

export interface XrefEntry {
  readonly offset: number;
  readonly generation: number;
  readonly free: boolean;
}

/** A classic cross-reference table with its trailer (ISO 32000-1, 7.5.4 and 7.5.5). */
export interface XrefSection {
  readonly offset: number;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: PdfDict;
  /** The byte behind `%%EOF` and the end of its line: the length of the revision. */
  readonly end: number;
}

/**
 * Reads the table at `offset`, its trailer, and the `startxref offset %%EOF` that must follow at once.
 * Throws {@link PdfFault} `structure-foreign` for cross-reference streams, hybrid files, encryption,
 * a `startxref` that names another place, or tables out of bounds.
 */
export function readXrefSection(bytes: Uint8Array, offset: number, budget: ParseBudget): XrefSection {
  const head = new PdfParser(bytes, offset, budget);
  if (!head.at('xref')) throw head.fault('no cross-reference table');
  head.expect('xref');
  const { entries, position } = readEntries(bytes, head.position, budget);
  const tail = new PdfParser(bytes, position, budget);
  tail.expect('trailer');
  tail.skipWhitespace();
  const trailer = tail.dict();
  for (const key of ['Encrypt', 'XRefStm']) if (trailer.has(key)) throw tail.fault(`trailer with ${key}`);
  tail.expect('startxref');
  if (tail.integer() !== offset) throw tail.fault('startxref names another table');
  tail.expect('%%EOF');
  return { offset, entries, trailer, end: afterLineEnd(bytes, tail.position) };
}

/** The position behind one end of line (CR LF, LF or CR), or the same when there is none. */
export function afterLineEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] === 0x0d) return bytes[at + 1] === 0x0a ? at + 2 : at + 1;
  return bytes[at] === 0x0a ? at + 1 : at;
}

function readEntries(bytes: Uint8Array, start: number, budget: ParseBudget) {
  const entries = new Map<number, XrefEntry>();
  let position = start;
  for (;;) {
    const parser = new PdfParser(bytes, position, budget);
    parser.skipWhitespace();
    if (parser.at('trailer')) return { entries, position: parser.position };
    const first = parser.integer();
    const count = parser.integer();
    position = afterLineEnd(bytes, parser.position + (parser.at(' ') ? 1 : 0));
    budget.entries += count;
    if (count === 0 || budget.entries > maxEntries) throw parser.fault('table out of bounds');
    if (position + count * entryBytes > bytes.length) throw parser.fault('table without an end');
    for (let index = 0; index < count; index++, position += entryBytes)
      addEntry(entries, first + index, readEntry(bytes, position));
  }
}

function addEntry(entries: Map<number, XrefEntry>, number: number, entry: XrefEntry): void {
  if (entries.has(number)) throw new PdfFault('structure-foreign', `object ${number} twice in one table`);
  entries.set(number, entry);
}

function readEntry(bytes: Uint8Array, at: number): XrefEntry {
  const line = Buffer.from(bytes.subarray(at, at + entryBytes)).toString('latin1');
  const parts = /^(\d{10}) (\d{5}) ([nf])( \r| \n|\r\n)$/.exec(line);
  if (!parts) throw new PdfFault('structure-foreign', 'malformed table entry', at);
  return { offset: Number(parts[1]), generation: Number(parts[2]), free: parts[3] === 'f' };
}
