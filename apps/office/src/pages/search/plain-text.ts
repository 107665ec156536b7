/** Nobody types a longer number, name or description into a search box. */
const longest = 100;

/**
 * Pure: what was typed as it is compared: full-width letters and digits as half-width ones (Unicode NFKC), small
 * letters, one space for many; control characters, which no stored text has, fall away.
 */
export function plainText(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longest)
    .toLowerCase();
}

/** The kind of thing whose number was typed whole; undefined for anything else. */
export type NumberedKind = 'seizures' | 'lots' | 'batches' | 'events' | 'certificates';

const numbers: readonly (readonly [NumberedKind, RegExp])[] = [
  ['seizures', /^ck-\d{4}-\d{4,}$/],
  ['lots', /^lot-\d{4}-\d{5,}$/],
  ['batches', /^pc-\d{4}-\d{4,}$/],
  ['events', /^hd-\d{4}-\d{4,}$/],
  ['certificates', /^[a-z0-9]{2,8}-\d{4}-\d{6,}-[a-z0-9]$/],
];

/** Pure: takes {@link plainText}. */
export function numberedKind(text: string): NumberedKind | undefined {
  return numbers.find(([, pattern]) => pattern.test(text))?.[0];
}
