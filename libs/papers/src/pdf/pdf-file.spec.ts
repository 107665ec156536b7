import { handMadePdf as pdf } from '../../../../test/papers/hand-made.js';
import { PdfFault } from './pdf-fault.js';
import { PdfFile } from './pdf-file.js';
import { PdfRef } from './pdf-value.js';

const plain = pdf({ 1: '<</Type /Catalog>>' });

function faultOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof PdfFault) return error.code;
    throw error;
  }
  return 'no fault';
}
const opening = (bytes: Uint8Array) => faultOf(() => PdfFile.open(bytes));
const reading = (source: string) => faultOf(() => PdfFile.open(pdf({ 1: source })).catalog);

describe('reading a paper', () => {
  it('finds objects by the table of their revision, the newest first', () => {
    const second = `1 0 obj\n<</Type /Catalog /New true>>\nendobj\n`;
    const at = plain.length + second.length;
    const table = `xref\n1 1\n${String(plain.length).padStart(10, '0')} 00000 n \n`;
    const previous = plain.toString('latin1').indexOf('xref\n1');
    const trailer = `trailer\n<</Size 100 /Root 1 0 R /Prev ${previous}>>\nstartxref\n${at}\n%%EOF\n`;
    const file = PdfFile.open(Buffer.concat([plain, Buffer.from(second + table + trailer)]));
    expect(file.sections.map((section) => section.end)).toEqual([plain.length, file.bytes.length]);
    expect(file.catalog.value).toEqual(new Map(Object.entries({ Type: expect.anything(), New: true })));
    expect(PdfFile.open(file.bytes, plain.length).catalog.value).not.toHaveProperty('New');
  });

  it('reads every kind of value', () => {
    const source = '<</A [1 -2.5 +3 .5 true null (a\\(b\\)\\051\\n) <414243> /N#20ame 7 0 R 8 9]>>';
    const { value } = PdfFile.open(pdf({ 1: source })).catalog;
    const array = (value as ReadonlyMap<string, readonly unknown[]>).get('A')!;
    expect(array.slice(0, 6)).toEqual([1, -2.5, 3, 0.5, true, null]);
    expect(array[6]).toMatchObject({ bytes: Uint8Array.from(Buffer.from('a(b))\n')), hex: false });
    expect(array[7]).toMatchObject({ bytes: Buffer.from('ABC'), hex: true });
    expect(array.slice(8)).toEqual([{ name: 'N ame' }, new PdfRef(7, 0), 8, 9]);
  });

  it('refuses what has no header, or is too large', () => {
    expect(opening(Buffer.alloc(0))).toBe('not-a-pdf');
    expect(opening(Buffer.from('PK\x03\x04'))).toBe('not-a-pdf');
    expect(opening(Buffer.alloc((50 << 20) + 1))).toBe('too-large');
  });

  it('tells a cut file from one with bytes behind its end', () => {
    expect(opening(plain.subarray(0, plain.length - 4))).toBe('truncated');
    expect(opening(Buffer.concat([plain, Buffer.from('<script>')]))).toBe('trailing-bytes');
    expect(opening(Buffer.concat([plain, Buffer.from('%%EOF\n')]))).toBe('structure-foreign');
  });

  it.each([
    ['itself', (at: number) => at],
    ['a later place', (at: number) => at + 40],
    ['beyond the file', () => 999_999_999],
    ['a negative place', () => -1],
    ['a fraction', () => 9.5],
  ])('refuses a /Prev that names %s instead of walking in circles', (_, previous) => {
    const at = plain.toString('latin1').indexOf('xref\n1');
    expect(opening(pdf({ 1: '<</Type /Catalog>>' }, `/Prev ${previous(at)}`))).toBe('structure-foreign');
  });

  it.each([
    ['startxref', 'startxref\n99999999999999999999\n%%EOF\n'],
    ['startxref beyond the file', 'startxref\n4000000000\n%%EOF\n'],
    ['entry count', 'xref\n0 99999999999\n'],
    ['first number', 'xref\n99999999999999999999 1\n'],
  ])('refuses a huge number as %s', (_, replacement) => {
    const text = plain.toString('latin1');
    const end = replacement.startsWith('xref')
      ? text.replace('xref\n1 1\n', replacement)
      : text.replace(/startxref[^]*$/, replacement);
    expect(opening(Buffer.from(end, 'latin1'))).toMatch(/structure-foreign|truncated|trailing-bytes/);
  });

  it.each([
    ['encryption', '/Encrypt 5 0 R'],
    ['a hybrid table', '/XRefStm 12'],
    ['two sizes', '/Size 200'],
  ])('refuses a trailer with %s', (_, trailer) => {
    expect(opening(pdf({ 1: '<</Type /Catalog>>' }, trailer))).toBe('structure-foreign');
  });

  it('refuses tables that list more objects than all revisions of a certificate have', () => {
    const listed = (first: number) => `${first} 60000\n${'0000000009 00000 n \n'.repeat(60_000)}`;
    const text = plain.toString('latin1').replace('/Size 100', '/Size 200000');
    const once = Buffer.from(text.replace('xref\n', `xref\n${listed(1000)}`), 'latin1');
    expect(opening(once)).toBe('no fault');
    const twice = text.replace('xref\n', `xref\n${listed(1000)}${listed(70_000)}`);
    expect(opening(Buffer.from(twice, 'latin1'))).toBe('structure-foreign');
  });

  it('refuses an object listed twice, or one that lies outside of its revision', () => {
    const text = plain.toString('latin1');
    const [line] = /1 1\n\d{10} 00000 n \n/.exec(text)!;
    expect(opening(Buffer.from(text.replace(line, line + line)))).toBe('structure-foreign');
    expect(opening(Buffer.from(text.replace('0000000009', '9999999999')))).toBe('structure-foreign');
  });

  it('refuses nesting that would exhaust the stack, and strings without an end', () => {
    expect(reading('['.repeat(100_000))).toBe('structure-foreign');
    expect(reading('<</A'.repeat(60_000))).toBe('structure-foreign');
    expect(reading(`(${'('.repeat(50_000)}`)).toBe('structure-foreign');
    expect(reading(`<${'0'.repeat(600_000)}>`)).toBe('structure-foreign');
  });

  it.each([
    '<</A 1 /A 2>>',
    '<</A 1e9>>',
    '<</A 99999999999999999999>>',
    '<</A nul>>',
    '<</A <4g>>>',
    '% x\n<<>>',
  ])('refuses %s', (source) => expect(reading(source)).toBe('structure-foreign'));

  it('refuses a reference to an object that is not there, or of another generation', () => {
    const file = PdfFile.open(plain);
    expect(faultOf(() => file.object(new PdfRef(2, 0)))).toBe('structure-foreign');
    expect(faultOf(() => file.object(new PdfRef(1, 1)))).toBe('structure-foreign');
  });

  it('gives up on files whose objects together are too much to parse', () => {
    const source = `[${'/A '.repeat(80_000)}]`;
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [index + 1, source]));
    const file = PdfFile.open(pdf(many));
    const readAll = () => Array.from({ length: 60 }, (_, index) => file.object(new PdfRef(index + 1, 0)));
    expect(faultOf(readAll)).toBe('too-large');
  });
});
