import { DomainError, type FieldError } from '#kernel';
import type { Words } from './words.js';

/** One line of the error summary, and where it leads. */
export interface FormError {
  readonly href?: string;
  readonly text: string;
  readonly field?: string;
  /** The sentence without the number of its line, for beside the field. */
  readonly plain?: string;
}

/** Codes that speak of JSON, with what a person at a form reads instead. */
const inForms: Readonly<Record<string, string>> = {
  'field.isInstant': 'form.time',
  'field.isQuantity': 'form.amount',
  'field.isUuid': 'form.choose',
  'field.isIn': 'form.choose',
  'field.isCleanText': 'form.text',
  'field.isString': 'form.text',
  'field.isNotEmpty': 'form.text',
};

/**
 * The errors of a refused form: `fields` by the form's field names (the pointer's steps joined with dots), and the
 * summary. Errors of things that the form has no field for stand in the summary alone. `rowOf` tells the row of the
 * form for each line of the request.
 */
export function formErrors(
  error: DomainError,
  words: Words,
  fieldOf: (pointer: string) => string | undefined,
  rowOf?: readonly number[],
) {
  const summary = error.fields.map((one) => lineOf(one, words, fieldOf, rowOf));
  const all: FormError[] = summary.length > 0 ? summary : [{ text: words.t(error.code, error.facts) }];
  const fields = Object.fromEntries(
    all
      .filter((one) => one.field !== undefined)
      .map(({ field, plain, text }) => [
        field!,
        { text: plain ?? text, visuallyHiddenText: words.t('form.error-word') },
      ]),
  );
  return { errors: all, fields };
}

function lineOf(
  { pointer, code, facts }: FieldError,
  words: Words,
  fieldOf: (pointer: string) => string | undefined,
  rowOf: readonly number[] | undefined,
): FormError {
  const text = words.t(inForms[code] ?? code, facts);
  const field = fieldOf(pointer);
  const row = /^\/(?:lots|lines)\/(\d+)/.exec(pointer)?.[1];
  const shownRow = row === undefined ? undefined : (rowOf?.[Number(row)] ?? Number(row));
  const placed = shownRow === undefined ? text : words.t('form.row', { row: shownRow + 1, text });
  return field === undefined ? { text: placed } : { text: placed, plain: text, field, href: `#${field}` };
}
