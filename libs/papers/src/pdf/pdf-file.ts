import { PdfFault } from './pdf-fault.js';
import { PdfParser, type ParseBudget } from './pdf-parser.js';
import { isCount, isDict, PdfRef, type PdfDict, type PdfValue } from './pdf-value.js';
import { readXrefSection, type XrefSection } from './xref-section.js';

/** Our largest certificates have some 3 MB; whatever is longer than 50 MiB is not read at all. */
export const maxPaperBytes = 50 << 20;
/** Seal, countersignatures, timestamps and validation data stay far below this. */
const maxRevisions = 64;

/** An object as it stands in the file: `[start, end)` is its value without stream data. */
export interface PdfObject {
  readonly number: number;
  readonly value: PdfValue;
  readonly start: number;
  readonly end: number;
  /** Where stream data begin, when the object is a stream. */
  readonly streamStart?: number;
}

interface Place {
  readonly offset: number;
  readonly section: number;
}

/**
 * One of our papers, opened: its revisions and objects by the newest tables.
 * A file that our writer could not have made is refused with {@link PdfFault}.
 */
export class PdfFile {
  private readonly places = new Map<number, Place>();
  private readonly cache = new Map<number, PdfObject>();

  private constructor(
    readonly bytes: Uint8Array,
    /** Oldest first: 0 is the base file, each further one an increment. */
    readonly sections: readonly XrefSection[],
    private readonly budget: ParseBudget,
  ) {
    sections.forEach((section, index) => this.addSection(section, index));
  }

  /** Opens the whole file, or the revision that ends at `length`. */
  static open(bytes: Uint8Array, length = bytes.length): PdfFile {
    const file = length === bytes.length ? bytes : bytes.subarray(0, length);
    if (file.length > maxPaperBytes) throw new PdfFault('too-large', 'file over 50 MiB');
    const budget: ParseBudget = { spent: 0, entries: 0 };
    return new PdfFile(file, readSections(file, budget), budget);
  }

  get trailer(): PdfDict {
    return this.sections.at(-1)!.trailer;
  }

  /** One more than the highest object number (ISO 32000-1, table 15): the first that is unused. */
  get size(): number {
    const size = this.trailer.get('Size');
    return isCount(size) ? size : 0;
  }

  get catalog(): PdfObject {
    const root = this.trailer.get('Root');
    if (!(root instanceof PdfRef)) throw new PdfFault('structure-foreign', 'trailer without a root');
    return this.object(root);
  }

  /** Numbers that a section (re)defines, in the order of its table. */
  defined(section: number): readonly number[] {
    return [...this.sections[section]!.entries].filter(([, entry]) => !entry.free).map(([number]) => number);
  }

  has(number: number): boolean {
    return this.places.has(number);
  }

  object(ref: PdfRef): PdfObject {
    const known = this.cache.get(ref.number);
    if (known) return known;
    const place = this.places.get(ref.number);
    if (!place || ref.generation !== 0)
      throw new PdfFault('structure-foreign', `object ${ref.number} is missing`);
    const object = this.readObject(ref.number, place);
    this.cache.set(ref.number, object);
    return object;
  }

  /** Follows one reference; a reference to a reference is not something we write. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    return value instanceof PdfRef ? this.object(value).value : value;
  }

  dictAt(dict: PdfDict, key: string): PdfDict | undefined {
    const value = this.resolve(dict.get(key));
    return isDict(value) ? value : undefined;
  }

  private readObject(number: number, place: Place): PdfObject {
    const section = this.sections[place.section]!;
    const parser = new PdfParser(this.bytes, place.offset, this.budget);
    if (parser.integer() !== number || parser.integer() !== 0)
      throw parser.fault(`object ${number} is elsewhere`);
    parser.expect('obj');
    parser.skipWhitespace();
    const start = parser.position;
    const value = parser.value();
    const end = parser.position;
    parser.skipWhitespace();
    if (end > section.offset) throw parser.fault(`object ${number} reaches into its table`);
    if (!parser.at('stream')) {
      parser.expect('endobj');
      return { number, value, start, end };
    }
    parser.expect('stream');
    const mark = parser.position;
    const length = this.bytes[mark] === 0x0d ? 2 : 1;
    if (this.bytes[mark + length - 1] !== 0x0a) throw parser.fault('stream without an end of line');
    return { number, value, start, end, streamStart: mark + length };
  }

  private addSection(section: XrefSection, index: number): void {
    const from = index === 0 ? 0 : this.sections[index - 1]!.end;
    for (const [number, entry] of section.entries) {
      if (number >= this.size) throw new PdfFault('structure-foreign', `object ${number} beyond /Size`);
      if (entry.free) {
        this.places.delete(number);
        continue;
      }
      if (entry.offset < from || entry.offset >= section.offset || entry.generation !== 0)
        throw new PdfFault(
          'structure-foreign',
          `object ${number} lies outside of its revision`,
          entry.offset,
        );
      this.places.set(number, { offset: entry.offset, section: index });
    }
  }
}

function readSections(bytes: Uint8Array, budget: ParseBudget): XrefSection[] {
  const sections: XrefSection[] = [];
  let offset: number | undefined = lastTable(bytes);
  let before = bytes.length;
  while (offset !== undefined) {
    if (sections.length === maxRevisions) throw new PdfFault('structure-foreign', 'too many revisions');
    // Strictly backwards: a /Prev that points forward or at itself can't loop.
    if (offset >= before) throw new PdfFault('structure-foreign', '/Prev does not point back', offset);
    const section = readXrefSection(bytes, offset, budget);
    if (section.end > before || (sections.length === 0 && section.end !== bytes.length))
      throw new PdfFault('structure-foreign', 'revisions overlap', offset);
    sections.unshift(section);
    before = offset;
    const previous = section.trailer.get('Prev');
    if (previous !== undefined && !isCount(previous))
      throw new PdfFault('structure-foreign', '/Prev is not a place', offset);
    offset = previous;
  }
  return sections;
}

/** Finds the newest table through the last line of the file; says what is wrong with the ends of it. */
function lastTable(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!/^%PDF-[12]\.\d[\r\n]/.test(buffer.subarray(0, 10).toString('latin1')))
    throw new PdfFault('not-a-pdf', 'no PDF header');
  const tail = buffer.subarray(-48).toString('latin1');
  const found = /startxref[\r\n]+(\d{1,10})[\r\n]+%%EOF(\r\n|\r|\n)?$/.exec(tail);
  if (found) return Number(found[1]);
  if (/%%EOF(\r\n|\r|\n)?$/.test(tail)) throw new PdfFault('structure-foreign', 'no startxref at the end');
  const marker = buffer.lastIndexOf('%%EOF');
  // A cut increment also has an earlier marker, but then an object of the next revision follows it.
  if (marker < 0 || /^[\r\n]*\d+ \d+ obj/.test(buffer.subarray(marker + 5, marker + 64).toString('latin1')))
    throw new PdfFault('truncated', 'the end of the file is missing');
  throw new PdfFault('trailing-bytes', 'bytes behind the last end-of-file mark', marker);
}
