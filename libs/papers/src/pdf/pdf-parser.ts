import { PdfFault } from './pdf-fault.js';
import { readHexText, readLiteralText } from './pdf-text.js';
import { PdfName, PdfRef, PdfText, type PdfDict, type PdfValue } from './pdf-value.js';

/** Nesting that our files never reach; deeper input is an attack on the stack. */
const maxDepth = 24;
/** One object without its stream data. The signature's hole is the largest string that we write. */
const maxObjectBytes = 256 << 10;
/** All objects of a file together: keeps a file of many large objects from costing minutes. */
const maxParsedBytes = 8 << 20;

const whitespace = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** What reading one file has cost so far: bytes of objects, and entries of tables. */
export interface ParseBudget {
  spent: number;
  entries: number;
}

/**
 * Reads values of ISO 32000-1, 7.3 forward from a position and never goes back by more than one
 * reference. Throws {@link PdfFault} `structure-foreign` on whatever our writer would not produce:
 * comments, duplicate keys, deep nesting, numbers beyond 2^53, objects over 256 KiB.
 */
export class PdfParser {
  private readonly limit: number;

  constructor(
    readonly bytes: Uint8Array,
    public position: number,
    private readonly budget: ParseBudget = { spent: 0, entries: 0 },
  ) {
    this.limit = Math.min(bytes.length, position + maxObjectBytes);
  }

  value(depth = 0): PdfValue {
    if (depth > maxDepth) throw this.fault('nested too deeply');
    this.skipWhitespace();
    const byte = this.peek();
    if (byte === 0x2f) return new PdfName(this.name());
    if (byte === 0x28) return this.text(readLiteralText);
    if (byte === 0x5b) return this.array(depth);
    if (byte === 0x3c) return this.peek(1) === 0x3c ? this.dict(depth) : this.text(readHexText);
    if (byte === 0x2b || byte === 0x2d || byte === 0x2e || isDigit(byte)) return this.numberOrRef();
    return this.constant();
  }

  dict(depth = 0): PdfDict {
    this.expect('<<');
    const dict = new Map<string, PdfValue>();
    for (;;) {
      this.skipWhitespace();
      if (this.peek() === 0x3e) break;
      const key = this.name();
      if (dict.has(key)) throw this.fault(`key ${key} twice in one dictionary`);
      dict.set(key, this.value(depth + 1));
    }
    this.expect('>>');
    return dict;
  }

  /** A non-negative integer written in digits only. */
  integer(): number {
    this.skipWhitespace();
    const word = this.word();
    if (!/^\d{1,15}$/.test(word)) throw this.fault(`expected a number, found "${word.slice(0, 20)}"`);
    return Number(word);
  }

  /** Passes exactly this text, after white space. */
  expect(text: string): void {
    this.skipWhitespace();
    if (!this.at(text)) throw this.fault(`expected "${text}"`);
    this.spend(text.length);
  }

  at(text: string): boolean {
    if (this.position + text.length > this.bytes.length) return false;
    for (let index = 0; index < text.length; index++)
      if (this.bytes[this.position + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  skipWhitespace(): void {
    while (this.position < this.limit && whitespace.has(this.bytes[this.position]!)) this.spend(1);
  }

  fault(detail: string): PdfFault {
    return new PdfFault('structure-foreign', detail, this.position);
  }

  private array(depth: number): readonly PdfValue[] {
    this.expect('[');
    const values: PdfValue[] = [];
    for (;;) {
      this.skipWhitespace();
      if (this.peek() === 0x5d) break;
      values.push(this.value(depth + 1));
    }
    this.expect(']');
    return values;
  }

  private name(): string {
    this.expect('/');
    const word = this.word();
    return word.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  private text(read: (bytes: Uint8Array, start: number, limit: number) => PdfText | undefined): PdfText {
    const text = read(this.bytes, this.position, this.limit);
    if (!text) throw this.fault('string without an end');
    this.spend(text.end - text.start);
    return text;
  }

  private numberOrRef(): number | PdfRef {
    const word = this.word();
    if (!/^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(word)) throw this.fault('number out of bounds');
    const number = Number(word);
    if (!/^\d+$/.test(word)) return number;
    const after = this.position;
    const rest = /^[ \r\n]+(\d{1,5})[ \r\n]+R(?![A-Za-z0-9])/.exec(this.ahead(24));
    if (!rest) return number;
    this.position = after;
    this.spend(rest[0].length);
    return new PdfRef(number, Number(rest[1]));
  }

  private constant(): PdfValue {
    const word = this.word();
    if (word === 'true') return true;
    if (word === 'false') return false;
    if (word === 'null') return null;
    throw this.fault(`unknown word "${word.slice(0, 20)}"`);
  }

  private word(): string {
    const start = this.position;
    let end = start;
    while (end < this.limit && !whitespace.has(this.bytes[end]!) && !delimiters.has(this.bytes[end]!)) end++;
    this.spend(end - start);
    return Buffer.from(this.bytes.subarray(start, end)).toString('latin1');
  }

  private ahead(length: number): string {
    return Buffer.from(this.bytes.subarray(this.position, this.position + length)).toString('latin1');
  }

  private peek(offset = 0): number {
    const at = this.position + offset;
    if (at >= this.limit) throw this.fault('object without an end');
    return this.bytes[at]!;
  }

  private spend(count: number): void {
    this.position += count;
    this.budget.spent += count;
    if (this.budget.spent > maxParsedBytes) throw new PdfFault('too-large', 'too many bytes of objects');
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
