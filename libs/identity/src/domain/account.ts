import { DomainError } from '#kernel';

export const shortestPassword = 12;
/** Bounds the work of hashing; longer than any sentence that a person remembers. */
export const longestPassword = 200;
const username = /^[a-z0-9](?:[a-z0-9._-]{0,48}[a-z0-9])$/;

/**
 * Pure: a user name as it is stored: lower case, 2 to 50 of `a-z 0-9 . _ -`, letter or digit at both ends (so no two
 * names look alike). Throws `invalid` `person.username-malformed`.
 */
export function plainUsername(text: string, pointer = '/username'): string {
  const lower = text.toLowerCase();
  if (username.test(lower)) return lower;
  throw new DomainError('invalid', 'person.username-malformed', {}, [
    { pointer, code: 'person.username-malformed' },
  ]);
}

/** True for text that may be a user name, in any case. */
export function mayBeUsername(text: string): boolean {
  return username.test(text.toLowerCase());
}

/**
 * Pure: refuses passwords that are too short, too long or the user name; no composition rules (NIST SP 800-63B,
 * 5.1.1). Characters are counted as Unicode code points of the NFC form. Throws `invalid` `password.too-short`,
 * `password.too-long`, `password.is-username`.
 */
export function checkPassword(password: string, owner: string, pointer = '/password'): void {
  const length = [...password.normalize('NFC')].length;
  const wrong = (code: string, limit: number) =>
    new DomainError('invalid', code, { limit: String(limit) }, [
      { pointer, code, facts: { limit: String(limit) } },
    ]);
  if (length < shortestPassword) throw wrong('password.too-short', shortestPassword);
  if (length > longestPassword) throw wrong('password.too-long', longestPassword);
  if (password.toLowerCase() === owner) throw wrong('password.is-username', shortestPassword);
}
