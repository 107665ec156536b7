import { workbookOf, workbookWith, zipOf } from '../../../../../test/support/spreadsheet.js';
import { unpackedSize } from './archive-size.js';
import { plainNumber } from './plain-number.js';
import { readSheetFile, sheetLimits } from './sheet-file.js';

const codeOf = (bytes: Buffer) =>
  readSheetFile(bytes).then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('a list of goods in a file', () => {
  it('is read from a workbook: text, exact numbers, empty cells', async () => {
    const rows = [
      ['类别', '数量', '单位'],
      ['服装', 1860, '件'],
      ['食品', 158.4, ''],
    ];
    expect(await readSheetFile(workbookOf(rows))).toEqual([
      ['类别', '数量', '单位'],
      ['服装', '1860', '件'],
      ['食品', '158.4', ''],
    ]);
  });

  it('is read from CSV in the encodings that spreadsheets write', async () => {
    const text = '类别,品名,数量\r\n服装,"男式 ""L"", 蓝",1860\r\n';
    const expected = [
      ['类别', '品名', '数量'],
      ['服装', '男式 "L", 蓝', '1860'],
    ];
    const gb18030 = Buffer.from([0xb7, 0xfe, 0xd7, 0xb0, 0x2c, 0x31]);
    expect(await readSheetFile(Buffer.from(`\uFEFF${text}`))).toEqual(expected);
    expect(await readSheetFile(Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'))).toEqual([
      ['类别', '品名', '数量'],
      ['服装', '男式 "L"\t 蓝'.replace('\t', ''), '1860'],
    ]);
    expect(await readSheetFile(gb18030)).toEqual([['服装', '1']]);
    expect(await readSheetFile(Buffer.from('a;b;c\n1;2;3'))).toEqual([
      ['a', 'b', 'c'],
      ['1', '2', '3'],
    ]);
  });

  it('is refused where it is no list, empty, or larger than a list', async () => {
    expect(await codeOf(Buffer.from('\0\0\0'))).toBe('import.unreadable');
    expect(await codeOf(Buffer.from('\n\n , \n'))).toBe('import.empty');
    expect(await codeOf(zipOf({ 'a.txt': 'x' }))).toBe('import.unreadable');
    expect(await codeOf(Buffer.from('PK\x03\x04 broken', 'latin1'))).toBe('import.too-large');
    expect(await codeOf(Buffer.alloc(sheetLimits.fileBytes + 1))).toBe('import.too-large');
    expect(await codeOf(Buffer.from('1,2\n'.repeat(sheetLimits.rows + 2)))).toBe('import.too-many-rows');
    expect(await codeOf(Buffer.from('1,2\n'.repeat(sheetLimits.rows + 1)))).toBe('read');
  });

  it('can’t take the memory of the server: neither by its size when unpacked nor by a cell far away', async () => {
    const bomb = zipOf({ 'xl/worksheets/sheet1.xml': ' '.repeat(sheetLimits.unpackedBytes + 1) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(unpackedSize(bomb)).toBeGreaterThan(sheetLimits.unpackedBytes);
    expect(await codeOf(bomb)).toBe('import.too-large');
    const far =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
    expect(await codeOf(workbookWith(far))).not.toBe('read');
  }, 60_000);

  it('has numbers as people typed them', () => {
    expect(['1860', '158.40000000000001', '2356.3', '1.5E3', '-4', '0.1'].map(plainNumber)).toEqual([
      '1860',
      '158.4',
      '2356.3',
      '1500',
      '-4',
      '0.1',
    ]);
  });
});
