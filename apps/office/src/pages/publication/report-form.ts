import { DomainError } from '#kernel';
import type { EventPhoto } from '#publication';
import { text, type FormValues } from '../shell/form-values.js';

const counts = ['attendance', 'consultations', 'leaflets'] as const;

/**
 * The request of the form: a photo counts where its box is ticked; `rows` tells for each photo of the request which
 * one of the list it is. Numbers that are none stay text, for the check of the request to name the field.
 */
export function reportIn(
  values: FormValues,
  photos: readonly EventPhoto[],
): { request: object; rows: readonly number[] } {
  const rows = photos.flatMap((_, row) => (text(values, `photo-${String(row)}`) === 'yes' ? [row] : []));
  const chosen = rows.map((row) => {
    const en = text(values, `en-${String(row)}`);
    return {
      sha256: photos[row]!.sha256,
      zh: text(values, `zh-${String(row)}`),
      ...(en !== '' && { en }),
    };
  });
  const given = counts
    .map((name) => [name, text(values, name)] as const)
    .filter(([, typed]) => typed !== '')
    .map(([name, typed]) => [name, /^\d{1,9}$/.test(typed) ? Number(typed) : typed]);
  return { request: { photos: chosen, ...Object.fromEntries(given) }, rows };
}

/** The field of the form that a pointer of the request means. */
export function fieldOf(pointer: string, rows: readonly number[]): string | undefined {
  const [, first = '', index, name] = pointer.split('/');
  if (first !== 'photos') return counts.find((one) => one === first);
  const row = rows[Number(index ?? NaN)];
  if (row === undefined) return undefined;
  return name === 'zh' || name === 'en' ? `${name}-${String(row)}` : `photo-${String(row)}`;
}

/** What a count that is no number is told: the same as one that is too big. */
export function plainCounts(error: DomainError): DomainError {
  const fields = error.fields.map((field) =>
    counts.some((name) => field.pointer === `/${name}`)
      ? { ...field, code: 'publication.count', facts: { limit: '1000000' } }
      : field,
  );
  return new DomainError(error.kind, error.code, error.facts, fields);
}
