import type { StructElement } from './pdfkit-internals.js';
import type { Sheet, TextStyle } from './sheet.js';
import { bottomEdge, colour, contentWidth, page } from './theme.js';

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'] as const;

/** Opens annex `number` (1 to 8) with its heading, on a new page unless `keep` points fit below it. */
export function openAnnex(
  sheet: Sheet,
  number: number,
  title: { zh: string; en: string; keep?: number },
): StructElement {
  sheet.reserve(60 + (title.keep ?? 60));
  const section = sheet.open('Sect');
  const zh = sheet.block(`附件${numerals[number - 1]}　${title.zh}`, { size: 12.5, bold: true });
  const en = sheet.block(`Annex ${number} · ${title.en}`, { size: 8, colour: colour.muted });
  const heading = sheet.open('H2', section);
  sheet.leaf('Span', heading, () => sheet.draw(zh, page.left, sheet.y));
  sheet.y += zh.height;
  sheet.leaf('Span', heading, () => sheet.draw(en, page.left, sheet.y), { lang: 'en' });
  heading.end();
  sheet.y += en.height + 5;
  return section;
}

/** A heading inside an annex, on a new page unless `keep` points fit below it. */
export function subheading(
  sheet: Sheet,
  section: StructElement,
  heading: { text: string; keep?: number },
): void {
  const block = sheet.block(heading.text, { size: 9.5, bold: true });
  sheet.reserve(block.height + 6 + (heading.keep ?? 40));
  sheet.y += 3;
  sheet.leaf('H3', section, () => sheet.draw(block, page.left, sheet.y));
  sheet.y += block.height + 3;
}

/** A paragraph at the cursor; a long one runs on over the page between its lines. */
export function paragraph(
  sheet: Sheet,
  section: StructElement,
  options: { text: string; style?: Partial<TextStyle>; lang?: string },
): void {
  const { text, lang } = options;
  const tone = lang ? colour.muted : colour.ink;
  const block = sheet.block(text, { size: lang ? 7.2 : 8.5, colour: tone, ...options.style }, contentWidth);
  const lineHeight = block.height / block.lines.length;
  const element = sheet.open('P', section, lang ? { lang } : {});
  let { lines } = block;
  while (lines.length > 0) {
    sheet.reserve(Math.min(lines.length, 3) * lineHeight);
    const taken = lines.slice(0, Math.floor((bottomEdge - sheet.y) / lineHeight));
    const part = { ...block, lines: taken };
    element.add(() => sheet.draw(part, page.left, sheet.y));
    sheet.y += taken.length * lineHeight;
    lines = lines.slice(taken.length);
  }
  element.end();
  sheet.y += 2;
}

/** Room between two annexes. */
export function closeAnnex(sheet: Sheet, section: StructElement): void {
  section.end();
  sheet.y += 14;
}
