import { DomainError } from '#kernel';

/** What of a line tells which lot it is. */
interface LineCode {
  readonly lot: string;
  readonly code: string;
}

/**
 * The lots that an approver typed as exceptions, by their codes, all for one reason. Throws `invalid`
 * `request.invalid` for a code that is not on the list, for none at all, and without a reason.
 */
export function exceptionsIn(typed: string, lines: readonly LineCode[], reason: string) {
  const codes = typed
    .toUpperCase()
    .split(/[\s,，;；]+/)
    .filter(Boolean);
  const found = codes.map((code) => lines.find((line) => line.code === code));
  const unknown = codes.find((_, i) => found[i] === undefined);
  const fields = [
    ...(codes.length === 0 ? [{ pointer: '/except', code: 'form.except-missing' }] : []),
    ...(unknown === undefined
      ? []
      : [{ pointer: '/except', code: 'form.except-unknown', facts: { code: unknown } }]),
    ...(reason === '' ? [{ pointer: '/reason', code: 'form.reason' }] : []),
  ];
  if (fields.length > 0) throw new DomainError('invalid', 'request.invalid', {}, fields);
  return found.map((line) => ({ lot: line!.lot, reason }));
}
