import { DomainError, isInstant, isSha256, isUuid } from '#kernel';
import type { FieldError, Instant, Sha256 } from '#kernel';

/**
 * A description of a JSON value that is validator and type at once: entries are the published language of the
 * system, so their shape must stand in exactly one place.
 */
export interface Schema<T> {
  /** Adds one {@link FieldError} for each violation below `pointer` (RFC 6901). */
  check(value: unknown, pointer: string, errors: FieldError[]): void;
  readonly optional?: true;
  /** Never set; carries the type for {@link Infer}. */
  readonly type?: T;
}

export type Infer<S> = S extends Schema<infer T> ? T : never;

type Fields = Record<string, Schema<unknown>>;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { optional: true } ? K : never;
}[keyof F];
type Flatten<T> = { [K in keyof T]: T[K] };
export type ObjectOf<F extends Fields> = Flatten<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: Infer<F[K]> } & {
    readonly [K in OptionalKeys<F>]?: Infer<F[K]>;
  }
>;

const mustBe = <T>(test: (value: unknown) => boolean, code: string): Schema<T> => ({
  check(value, pointer, errors) {
    if (!test(value)) errors.push({ pointer, code });
  },
});

const loneSurrogate = /\p{Surrogate}/u;

/** Text of 1 to `max` UTF-16 code units without NUL and lone surrogates (neither JCS nor PostgreSQL takes them). */
export const text = (max = 2000): Schema<string> =>
  mustBe(
    (v) =>
      typeof v === 'string' && v.length > 0 && v.length <= max && !v.includes('\0') && !loneSurrogate.test(v),
    'entry.not-text',
  );
/** Bytes in base64url without padding (RFC 4648, section 5), 1 to `max` characters. */
export const base64url = (max: number): Schema<string> =>
  mustBe(
    (v) => typeof v === 'string' && v.length <= max && v.length % 4 !== 1 && /^[A-Za-z0-9_-]+$/.test(v),
    'entry.not-base64url',
  );
export const flag: Schema<boolean> = mustBe((v) => typeof v === 'boolean', 'entry.not-boolean');
export const count: Schema<number> = mustBe(
  (v) => Number.isSafeInteger(v) && (v as number) >= 0,
  'entry.not-count',
);
/** A UUID of any version, branded by the caller's type argument. */
export const id = <Id extends string>(): Schema<Id> => mustBe(isUuid, 'entry.not-uuid');
export const sha256: Schema<Sha256> = mustBe(isSha256, 'entry.not-sha256');
export const instant: Schema<Instant> = mustBe(isInstant, 'entry.not-instant');
/** A canonical decimal string: no sign, no exponent, no leading or trailing zeros. */
export const amount: Schema<string> = mustBe(
  (v) => typeof v === 'string' && v.length <= 40 && /^(0|[1-9]\d*)(\.\d*[1-9])?$/.test(v),
  'entry.not-amount',
);
export const oneOf = <const T extends readonly string[]>(...values: T): Schema<T[number]> =>
  mustBe((v) => typeof v === 'string' && values.includes(v), 'entry.not-one-of');

export const listOf = <T>(item: Schema<T>, { min = 0 } = {}): Schema<readonly T[]> => ({
  check(value, pointer, errors) {
    if (!Array.isArray(value) || value.length < min) errors.push({ pointer, code: 'entry.not-list' });
    else value.forEach((one, i) => item.check(one, `${pointer}/${i}`, errors));
  },
});

export const optional = <T>(schema: Schema<T>): Schema<T> & { optional: true } => ({
  ...schema,
  optional: true,
});

/** A JSON value that another part of the system describes (a frozen list, a catalogue row). */
export const anyObject = <T = Readonly<Record<string, unknown>>>(): Schema<T> =>
  mustBe(isPlainObject, 'entry.not-object');

/** An object with exactly these fields; unknown ones are refused. */
export const object = <F extends Fields>(fields: F): Schema<ObjectOf<F>> => ({
  check(value, pointer, errors) {
    if (!isPlainObject(value)) {
      errors.push({ pointer, code: 'entry.not-object' });
      return;
    }
    for (const key of Object.keys(value)) {
      if (!Object.hasOwn(fields, key))
        errors.push({ pointer: `${pointer}/${key}`, code: 'entry.unknown-field' });
    }
    for (const [key, field] of Object.entries(fields)) {
      if (Object.hasOwn(value, key)) field.check(value[key], `${pointer}/${key}`, errors);
      else if (!field.optional) errors.push({ pointer: `${pointer}/${key}`, code: 'entry.missing-field' });
    }
  },
});

export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Throws `invalid` `entry.malformed` with every violation unless `value` fits. */
export function assertFits<T>(schema: Schema<T>, value: unknown): asserts value is T {
  const errors: FieldError[] = [];
  schema.check(value, '', errors);
  if (errors.length > 0) throw new DomainError('invalid', 'entry.malformed', {}, errors);
}
