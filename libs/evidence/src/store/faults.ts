import { DomainError, type Sha256 } from '#kernel';

/** The bytes under this name are not the ones that were kept; `found` is their hash, or says that there are none. */
export function corrupt(sha256: Sha256, found: string): DomainError {
  return new DomainError('busy', 'evidence.corrupt', { sha256, found });
}

/** True for a failure that tells of a mismatch between ledger and store. */
export function isCorrupt(error: unknown): error is DomainError {
  return error instanceof DomainError && error.code === 'evidence.corrupt';
}

export function storeFull(): DomainError {
  return new DomainError('busy', 'evidence.store-full');
}

/** The store did not answer, or not in a way that says what became of the bytes. */
export function storeUnreachable(): DomainError {
  return new DomainError('busy', 'evidence.store-unreachable');
}

/** True where the operating system says that there is no room left (disk or quota). */
export function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
