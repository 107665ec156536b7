import type { PdfFile, PdfObject } from './pdf/pdf-file.js';
import { isDict, nameOf, PdfRef, type PdfValue } from './pdf/pdf-value.js';

const pageTypes = new Set(['Page', 'Pages', 'Font', 'XObject']);

/**
 * True when increments after section `from` redefine what a reader sees: a page, the page tree, or a
 * stream (page content, picture, font). Attached files are streams too; they are compared elsewhere.
 * Takes the file as it was signed and as it is now; reads only objects that were redefined.
 */
export function changesPages(signed: PdfFile, now: PdfFile, from: number): boolean {
  if (rootOf(signed, 'Pages') !== rootOf(now, 'Pages')) return true;
  for (let section = from + 1; section < now.sections.length; section++)
    for (const number of now.defined(section)) {
      if (!signed.has(number)) continue;
      const ref = new PdfRef(number, 0);
      if (isShown(signed.object(ref)) || isShown(now.object(ref))) return true;
    }
  return false;
}

function isShown({ value, streamStart }: PdfObject): boolean {
  const type = isDict(value) ? nameOf(value.get('Type')) : undefined;
  if (streamStart !== undefined) return type !== 'EmbeddedFile';
  return type !== undefined && pageTypes.has(type);
}

/** The number of the object that the catalog names under a key; undefined when it is not a reference. */
function rootOf(file: PdfFile, key: string): number | undefined {
  const catalog: PdfValue = file.catalog.value;
  const value = isDict(catalog) ? catalog.get(key) : undefined;
  return value instanceof PdfRef ? value.number : undefined;
}
