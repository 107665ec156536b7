import { DomainError } from '#kernel';
import { isPrintable } from './coverage.js';

/** Line ends, tabs and every space but the ideographic one (U+3000), which is as wide as a character. */
const spaces = /[\t\n\v\f\r\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F]/g;

/**
 * Characters that print nothing and can lie about the order or sameness of text: controls, soft hyphen,
 * zero-width and bidirectional controls, variation selectors, tags, byte order mark.
 */
const invisible =
  /[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

/** Kangxi radicals and compatibility ideographs: other code points for characters that have their own. */
const lookalikes = /[\u2F00-\u2FDF\uF900-\uFAFF\u{2F800}-\u{2FA1F}]/gu;

/**
 * Text as it is stored and printed: spaces made plain, invisible characters gone, NFC, and NFKC for
 * Kangxi radicals and compatibility ideographs only (on other ranges it would change what was written:
 * `①`, `㎡`, full-width letters). Applying it twice changes nothing. Length may shrink, never grow much.
 */
export function normalizeText(text: string): string {
  return text
    .replace(spaces, ' ')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(lookalikes, (character) => character.normalize('NFKC'))
    .normalize('NFC');
}

/** The first character that our papers can't print, after normalisation; undefined when there is none. */
export function firstUnprintable(text: string): string | undefined {
  for (const character of normalizeText(text)) {
    if (!isPrintable(character.codePointAt(0)!)) return character;
  }
  return undefined;
}

/**
 * Takes text from outside, gives it normalised. Throws `invalid` `text.unprintable` with the facts
 * `character` and `codePoint` (`U+2EBF0`) when a certificate could not show it: better at intake, where
 * the person can still mend it, than when the certificate is due. `pointer` names the field.
 */
export function assertPrintable(text: string, pointer = ''): string {
  const character = firstUnprintable(text);
  if (character === undefined) return normalizeText(text);
  const point = character.codePointAt(0)!;
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  const facts = {
    character: isSurrogate ? '\uFFFD' : character,
    codePoint: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
  };
  throw new DomainError('invalid', 'text.unprintable', facts, [{ pointer, code: 'text.unprintable', facts }]);
}
