import { loadFonts } from './fonts.js';
import { breakLines, runsOf, widthOf } from './text-layout.js';

const weight = loadFonts().regular;
const textsOf = (text: string, width: number): string[] =>
  breakLines(text, { weight, size: 10, width }).map((line) => line.runs.map((run) => run.text).join(''));

describe('lines of text', () => {
  it('break Chinese anywhere but before closing and after opening punctuation', () => {
    const lines = textsOf('监销人员见证下，全部销毁（含包装）。', 70);
    expect(lines.join('')).toBe('监销人员见证下，全部销毁（含包装）。');
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）]/);
      expect(line).not.toMatch(/（$/);
    }
  });

  it('break Latin between words; the space at a break stays for those who read the text by program', () => {
    expect(textsOf('Certificate of destruction', 56)).toEqual(['Certificate ', 'of ', 'destruction']);
  });

  it('cut a hash that is wider than the line, and lose nothing', () => {
    const hash = '0123456789abcdef'.repeat(4);
    const lines = textsOf(hash, 100);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(hash);
    for (const line of lines) expect(widthOf(line, weight, 10)).toBeLessThanOrEqual(100);
  });

  it('are never wider than asked for, whatever is mixed', () => {
    const text =
      '示例县 Żubrówka & Söhne（AT&T）LOT-2026-00001，1,234.5 条；Şükrü Öğüt 欧阳某某·阿卜杜拉 https://example.test/c/SLX';
    for (const width of [30, 61, 127, 400]) {
      for (const line of breakLines(text, { weight, size: 9, width }))
        expect(line.width).toBeLessThanOrEqual(width);
    }
  });

  it('keep an empty text as one empty line, and line ends as breaks', () => {
    expect(textsOf('', 50)).toEqual(['']);
    expect(textsOf('一\n二', 50)).toEqual(['一', '二']);
  });

  it('set a whole name in one design: Latin letters that the Chinese font lacks take their word with them', () => {
    const names = runsOf('李 Gęślą 王', weight, 10).map((run) => [run.text.trim(), run.typeface.name]);
    const missing = [...'Gęślą'].some((letter) => !weight.han.has(letter.codePointAt(0)!));
    expect(names).toEqual(
      missing
        ? [
            ['李', 'Han'],
            ['Gęślą', 'Latin'],
            ['王', 'Han'],
          ]
        : [['李 Gęślą 王', 'Han']],
    );
    expect(runsOf('Щукин Ģirts', weight, 10).length).toBeGreaterThan(1);
  });

  it.each(['x\u0301', 'नमस्ते', '🔥', '\u0000'])('refuse %j, which has no glyph of its own', (text) => {
    expect(() => textsOf(text, 100)).toThrow(/^no glyph for U\+/);
  });
});
