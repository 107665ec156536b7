/** Five kinds of expected failure; anything else that is thrown is a bug and answers 500. */
export type ErrorKind = 'invalid' | 'missing' | 'conflict' | 'refused' | 'busy';

/** One wrong field of a request: a JSON pointer (RFC 6901), a message code and the facts of its sentence. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * An expected failure of a command or a query.
 * `code` is a key of the message catalogue (`batch.list-changed`), `facts` fill its sentence,
 * `fields` point at the wrong parts of the request. HTTP statuses are mapped once, in platform/http.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly facts: Readonly<Record<string, string>> = {},
    readonly fields: readonly FieldError[] = [],
  ) {
    super(code);
    this.name = 'DomainError';
  }
}
