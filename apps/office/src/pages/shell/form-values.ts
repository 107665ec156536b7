import { DomainError, type FieldError, type Json } from '#kernel';
import { printableJson } from '#papers';
import { validationPipe } from '#platform';
import { siteOffset } from '#published';

/** A submitted form: every field as text, what was sent twice as a list. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A field as text, without spaces around it; empty where it is missing. */
export function text(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}

/** As {@link text}, absent where nothing was typed: for optional fields of a request. */
export function optionalText<N extends string>(name: N, value: string): { [K in N]?: string } {
  return (value === '' ? {} : { [name]: value }) as { [K in N]?: string };
}

/**
 * `2026-11-18 08:50` in the site's time as RFC 3339 in UTC. What is no time comes back as it is, for the check of the
 * request to name the field.
 */
export function instantIn(typed: string): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)$/.exec(typed.replace(/\s+/g, ' ')) ?? [];
  const parsed = date === undefined ? NaN : Date.parse(`${date}T${time}:00${siteOffset}`);
  return Number.isNaN(parsed) ? typed : new Date(parsed).toISOString();
}

/** Checks a request made from a form by the rules of the interface for programs; throws `invalid` as that does. */
export async function checked<T extends object>(Dto: new () => T, request: object): Promise<T> {
  const printable = printableJson(JSON.parse(JSON.stringify(request)) as Json, '');
  return (await validationPipe().transform(printable, { type: 'body', metatype: Dto })) as T;
}

/** Throws `invalid` `request.invalid` where a form lacks something that only the form knows. */
export function refuseFields(fields: readonly FieldError[]): void {
  if (fields.length > 0) throw new DomainError('invalid', 'request.invalid', {}, fields);
}

/** The JSON object that a script put into a field; throws `invalid` `request.invalid` for anything else. */
export function jsonIn(values: FormValues, name: string): object {
  try {
    const value: unknown = JSON.parse(text(values, name));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Not even JSON: the same refusal.
  }
  throw new DomainError('invalid', 'request.invalid');
}
