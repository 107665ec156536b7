import { encode } from 'uqr';
import type { Sheet } from './sheet.js';
import type { StructElement } from './pdfkit-internals.js';
import { textString } from './pdfkit-internals.js';

/**
 * Draws `url` as a QR code (ISO/IEC 18004, level M, four modules of quiet zone) into the square of
 * `size` points at `x`, `y`, as vector rectangles, and lays a link over it.
 */
export function drawQr(
  sheet: Sheet,
  url: string,
  place: { x: number; y: number; size: number; parent?: StructElement },
): void {
  const { x, y, size, parent } = place;
  const code = encode(url, { ecc: 'M', border: 4 });
  const module = size / code.size;
  const alt = `二维码：核验地址 QR code: ${url}`;
  const link = sheet.open('Link', parent, { alt });
  sheet.leaf(
    'Figure',
    link,
    () => {
      code.data.forEach((row, line) => {
        for (const [from, to] of darkSpans(row)) {
          sheet.pdf.rect(x + from * module, y + line * module, (to - from) * module, module);
        }
      });
      sheet.pdf.fill('#000000');
    },
    { alt },
  );
  annotateLink(sheet, link, { x, y, width: size, height: size, url, contents: alt });
  link.end();
}

/** Begin and end of each run of dark modules in one row. */
function darkSpans(row: readonly boolean[]): [number, number][] {
  const spans: [number, number][] = [];
  row.forEach((dark, column) => {
    const last = spans.at(-1);
    if (dark && last?.[1] === column) last[1] = column + 1;
    else if (dark) spans.push([column, column + 1]);
  });
  return spans;
}

type LinkArea = { x: number; y: number; width: number; height: number; url: string; contents: string };

/** A link annotation inside an open Link element, printable and with a text for readers aloud. */
function annotateLink(sheet: Sheet, element: StructElement, area: LinkArea): void {
  const action = sheet.internals.ref({ S: 'URI', URI: textString(area.url) });
  action.end();
  sheet.internals.annotate(area.x, area.y, area.width, area.height, {
    Subtype: 'Link',
    F: 4,
    A: action,
    Contents: textString(area.contents),
    structParent: element,
  });
}
