import { DomainError, type ErrorKind } from '#kernel';
import { QueryFailedError } from 'typeorm';

/** The one table that says which rule a database constraint stands for. */
const ruleOf: Readonly<Record<string, { kind: ErrorKind; code: string }>> = {
  balances_never_negative: { kind: 'conflict', code: 'goods.not-enough' },
  entries_pkey: { kind: 'conflict', code: 'request.same-key-at-once' },
  requests_pkey: { kind: 'conflict', code: 'request.same-key-at-once' },
  entries_subject_version: { kind: 'conflict', code: 'request.changed-meanwhile' },
  agencies_code: { kind: 'conflict', code: 'agency.code-taken' },
  persons_username: { kind: 'conflict', code: 'person.username-taken' },
};

/** The DomainError for a violated constraint, or undefined where the error is none of our rules. */
export function constraintError(error: unknown): DomainError | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { constraint, code, detail } = error.driverError as {
    constraint?: string;
    code?: string;
    detail?: string;
  };
  const rule = constraint === undefined ? undefined : ruleOf[constraint];
  if (rule) return new DomainError(rule.kind, rule.code);
  // A repeated primary key of any table: two requests with the same client-made id ran at once.
  if (code === '23505' && constraint?.endsWith('_pkey') && detail?.includes('(id)')) {
    return new DomainError('conflict', 'request.same-key-at-once');
  }
  return undefined;
}
