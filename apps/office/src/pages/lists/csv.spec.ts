import { csvOf } from './csv.js';

describe('a list as CSV', () => {
  it('quotes commas, quotes and line breaks, and opens in the right characters', () => {
    expect(csvOf(['编号', '名称'], [['1', 'a, "b"\nc']])).toBe('\uFEFF编号,名称\r\n1,"a, ""b""\nc"\r\n');
  });

  it('leaves no cell that a spreadsheet would run', () => {
    expect(csvOf(['a'], [['=HYPERLINK("x")'], ['+1'], ['-1'], ['@x']])).toBe(
      '\uFEFFa\r\n"\'=HYPERLINK(""x"")"\r\n\'+1\r\n\'-1\r\n\'@x\r\n',
    );
  });
});
