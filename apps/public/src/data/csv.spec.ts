import { csvOf } from './csv.js';

describe('open data as CSV', () => {
  it('follows RFC 4180: CR LF, quotes doubled, cells with commas quoted', () => {
    expect(csvOf(['a', 'b'], [{ a: 'x,"y"', b: '1' }])).toBe('a,b\r\n"x,""y""",1\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '＝1', '＋1', '－1', '＠x'])(
    'makes the formula %j harmless in a spreadsheet',
    (text) => {
      expect(csvOf(['a'], [{ a: text }])).toBe(`a\r\n'${text}\r\n`);
    },
  );

  it('leaves an empty cell where a row has no such value', () => {
    expect(csvOf(['a', 'b'], [{ b: '2' }])).toBe('a,b\r\n,2\r\n');
  });
});
