import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, isInstant, isSha256, type FieldError } from '#kernel';
import { buildMessage, ValidateBy } from 'class-validator';

/** Checks request bodies against their DTO classes; unknown fields are refused, every wrong field is named. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    exceptionFactory: (problems) =>
      new DomainError('invalid', 'request.invalid', {}, fieldErrors(problems, '')),
  });
}

function fieldErrors(problems: readonly ValidationError[], parent: string): FieldError[] {
  return problems.flatMap((problem) => {
    const pointer = parent + stepOf(problem);
    const own = Object.entries(problem.constraints ?? {}).map(([constraint, message]) => ({
      pointer,
      code: `field.${constraint}`,
      facts: { limit: limitIn(message) },
    }));
    return [...own.slice(0, 1), ...fieldErrors(problem.children ?? [], pointer)];
  });
}

/** The step of a JSON pointer (RFC 6901); a value that is no object of ours at all is named by its place alone. */
function stepOf(problem: ValidationError): string {
  const name = problem.property as string | undefined;
  return name === undefined ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** class-validator tells the bound of a constraint only inside of its English sentence. */
function limitIn(message: string): string {
  return /following values: (.*)$/.exec(message)?.[1] ?? /(\d+)/.exec(message.replace(/^\S+/, ''))?.[1] ?? '';
}

const by = (name: string, validate: (value: unknown) => boolean) => (): PropertyDecorator =>
  ValidateBy({ name, validator: { validate, defaultMessage: buildMessage(() => name) } });

/** RFC 3339 in UTC, seconds or milliseconds; {@link toInstant} gives it its exact form. */
export const IsTime = by('isInstant', (value) => typeof value === 'string' && timeOf(value) !== undefined);
export const IsSha256 = by('isSha256', isSha256);
const control = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;
/** Text without control characters (line breaks and tabs are fine), NUL or half surrogate pairs. */
export const IsCleanText = by(
  'isCleanText',
  (value) => typeof value === 'string' && value.trim() !== '' && !control.test(value),
);
export const IsQuantity = by('isQuantity', isQuantityShape);

function isQuantityShape(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const { amount, unit, parts } = value as { amount?: unknown; unit?: unknown; parts?: unknown };
  if (parts === undefined) return keys.length === 2 && typeof amount === 'string' && typeof unit === 'string';
  return (
    keys.length === 1 &&
    Array.isArray(parts) &&
    parts.length > 0 &&
    parts.length <= 20 &&
    parts.every(isOnePart)
  );
}

function isOnePart(value: unknown): boolean {
  return isQuantityShape(value) && !('parts' in (value as object));
}

function timeOf(text: string): string | undefined {
  const full = text.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)Z$/, '$1.000Z');
  return isInstant(full) ? full : undefined;
}

/** Gives checked text (see {@link IsTime}) as an Instant; throws `invalid` `time.not-an-instant`. */
export function toInstant(text: string): import('#kernel').Instant {
  const time = timeOf(text);
  if (!time) throw new DomainError('invalid', 'time.not-an-instant');
  return time as import('#kernel').Instant;
}
