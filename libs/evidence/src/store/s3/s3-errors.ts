import { S3Error } from 'minio';
import { DomainError } from '#kernel';
import { storeFull, storeUnreachable } from '../faults.js';

const absent = new Set(['NotFound', 'NoSuchKey', 'NoSuchVersion', 'MethodNotAllowed']);
const full = new Set(['QuotaExceeded', 'XMinioStorageFull', 'InsufficientCapacity']);

/** The store's own code of a refusal (`AccessDenied`); undefined where it did not answer, or answered "later". */
export function s3CodeOf(error: unknown): string | undefined {
  return error instanceof S3Error ? error.code : undefined;
}

/** True where the object, or this version of it, is not there; the words differ by method. */
export function isAbsent(error: unknown): boolean {
  return absent.has(s3CodeOf(error) ?? '');
}

/** What people are told of a failure of the store. */
export function translated(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return full.has(s3CodeOf(error) ?? '') ? storeFull() : storeUnreachable();
}

/** For the log: what the store said, without addresses or credentials. */
export function described(error: unknown): string {
  const refusal = s3CodeOf(error);
  if (refusal !== undefined) return refusal;
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  return [code, message].filter((part) => part !== undefined && part !== '').join(' ') || 'no reason given';
}
