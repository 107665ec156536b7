import { coverageTable, encodeRanges, isPrintable } from '#papers';
import { loadFonts } from '../../libs/certificates/src/pdf/fonts.js';

const plainScripts = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}]/u;
const unsettable = /[\p{M}\p{C}\p{Zl}\p{Zp}]/u;

describe('table of printable characters', () => {
  const { regular, bold } = loadFonts();

  it('is what the fonts have glyphs for, in both weights', () => {
    const ranges: [number, number][] = [];
    for (let point = 0x20; point < 0x110000; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const character = String.fromCodePoint(point);
      const han = regular.han.has(point) && bold.han.has(point);
      const latin = regular.latin.has(point) && bold.latin.has(point) && plainScripts.test(character);
      if (!(han || latin) || unsettable.test(character)) continue;
      const last = ranges.at(-1);
      if (last?.[1] === point - 1) last[1] = point;
      else ranges.push([point, point]);
    }
    expect(coverageTable.join(' ')).toBe(encodeRanges(ranges));
  });

  it('holds all of GB 2312’s ideographs', () => {
    const gb2312 = new TextDecoder('gb18030');
    const missing: string[] = [];
    for (let row = 0xb0; row <= 0xf7; row += 1) {
      for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
        if (row === 0xd7 && cell > 0xf9) continue;
        const character = gb2312.decode(Uint8Array.of(row, cell));
        if (!isPrintable(character.codePointAt(0)!)) missing.push(character);
      }
    }
    expect(missing).toEqual([]);
  });
});
