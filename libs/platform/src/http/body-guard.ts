import { DomainError } from '#kernel';

const maxDepth = 32;
/** Names through which a field could reach an object's prototype; libraries drop them silently, we refuse them. */
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses parsed JSON that no request of ours looks like, before anything walks it recursively.
 * Throws `invalid`: `request.too-deep` (more than 32 levels), `request.invalid` naming a field `__proto__`,
 * `constructor` or `prototype` at any depth, or a list in a list (no request of ours has one, and class-validator
 * passes the inner one unchecked).
 */
export function guardBody(body: unknown): void {
  const waiting: { value: unknown; pointer: string; depth: number }[] = [
    { value: body, pointer: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, pointer, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= maxDepth) throw new DomainError('invalid', 'request.too-deep', { limit: String(maxDepth) });
    for (const name of Object.keys(value)) {
      if (dangerous.has(name)) throw refused(`${pointer}/${name}`, 'field.whitelistValidation');
      const inner = (value as Record<string, unknown>)[name];
      const place = `${pointer}/${escaped(name)}`;
      if (Array.isArray(value) && Array.isArray(inner)) throw refused(place, 'field.isObject');
      waiting.push({ value: inner, pointer: place, depth: depth + 1 });
    }
  }
}

/**
 * Refuses a parsed query that no page or client of ours sends: NUL, which no database column takes, and names that
 * reach a prototype. Throws `invalid` `request.invalid` naming the parameter.
 */
export function guardQuery(query: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(query)) {
    const pointer = `/${escaped(name)}`;
    if (dangerous.has(name)) throw refused(pointer, 'field.whitelistValidation');
    if (`${name}${String(value)}`.includes('\0')) throw refused(pointer, 'field.isCleanText');
  }
}

function refused(pointer: string, code: string): DomainError {
  return new DomainError('invalid', 'request.invalid', {}, [{ pointer, code }]);
}

/** A name as a step of a JSON pointer (RFC 6901). */
function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
