import { DomainError, sha256Hex, type FieldError } from '#kernel';

/** What somebody reports, as it is kept. */
export interface Concern {
  /** UUID, made with the form: sending it twice is one report. */
  readonly id: string;
  readonly reference: string;
  readonly language: 'zh-CN' | 'en';
  /** Number of a certificate or of a batch, or whatever else was typed; empty where nothing was. */
  readonly about: string;
  readonly body: string;
  /** How to reach the person, if they want that; empty where they do not. */
  readonly contact: string;
}

export const concernLimits = { least: 10, body: 2000, about: 60, contact: 200 } as const;
// Line breaks and tabs are fine.
const control = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/**
 * Pure: what was typed, cleaned (NFC, line ends as LF). Throws `invalid` `concern.mend` naming each field:
 * `concern.too-short`, `concern.too-long`, `concern.not-text`. Lengths are UTF-16 code units.
 */
export function readConcern(
  id: string,
  typed: Pick<Concern, 'language' | 'about' | 'body' | 'contact'>,
): Concern {
  const errors: FieldError[] = [];
  const field = (name: 'about' | 'body' | 'contact'): string => {
    const text = typed[name].normalize('NFC').replace(/\r\n?/g, '\n').trim();
    const limit = concernLimits[name];
    if (control.test(text)) errors.push({ pointer: `/${name}`, code: 'concern.not-text' });
    else if (text.length > limit)
      errors.push({ pointer: `/${name}`, code: 'concern.too-long', facts: { limit: String(limit) } });
    return text;
  };
  const [body, about, contact] = [field('body'), field('about'), field('contact')];
  const { least } = concernLimits;
  if (body.length < least)
    errors.push({ pointer: '/body', code: 'concern.too-short', facts: { limit: String(least) } });
  if (errors.length > 0) throw new DomainError('invalid', 'concern.mend', {}, errors);
  return {
    id,
    reference: concernReference(id),
    language: typed.language,
    about: asNumber(about),
    body,
    contact,
  };
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `JB-7K3M-9Q2X`: 40 bits of the form's id, in letters that can be read out on the telephone (Crockford). */
export function concernReference(id: string): string {
  let bits = BigInt(`0x${sha256Hex(`concern ${id}`).slice(0, 10)}`);
  let text = '';
  for (let index = 0; index < 8; index += 1) {
    text = letters[Number(bits % 32n)]! + text;
    bits /= 32n;
  }
  return `JB-${text.slice(0, 4)}-${text.slice(4)}`;
}

export function isConcernReference(text: string): boolean {
  return /^JB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(text);
}

/** Numbers are typed with full-width hyphens and small letters too; other text stays as it is. */
function asNumber(about: string): string {
  const plain = about
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-');
  return /^[A-Z0-9-]+$/.test(plain) ? plain : about;
}
