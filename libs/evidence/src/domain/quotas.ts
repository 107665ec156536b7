import { DomainError } from '#kernel';

export interface Quotas {
  /** Bytes that one person may send within 24 hours. */
  readonly personDailyBytes: number;
  /** Bytes of photos and documents of one seizure. */
  readonly seizureBytes: number;
}

/** What was taken already, in bytes; `ofSeizure` is absent where the upload belongs to no seizure. */
export interface Taken {
  readonly byPerson: number;
  readonly ofSeizure?: number;
}

/**
 * Refuses an upload of `size` bytes beyond a quota: a stolen session or a runaway client must not fill the store.
 * Throws `busy` `upload.person-quota` (come back later), `conflict` `upload.seizure-quota`.
 */
export function refuseBeyond(quotas: Quotas, taken: Taken, size: number): void {
  if (taken.byPerson + size > quotas.personDailyBytes) {
    throw new DomainError('busy', 'upload.person-quota', {
      limit: megabytes(quotas.personDailyBytes),
      seconds: '3600',
    });
  }
  if (taken.ofSeizure !== undefined && taken.ofSeizure + size > quotas.seizureBytes) {
    throw new DomainError('conflict', 'upload.seizure-quota', { limit: megabytes(quotas.seizureBytes) });
  }
}

/** What is taken once `size` more bytes are. */
export function withMore({ byPerson, ofSeizure }: Taken, size: number): Taken {
  return { byPerson: byPerson + size, ...(ofSeizure !== undefined && { ofSeizure: ofSeizure + size }) };
}

/** True where a tenth of every quota is left: then a sum some seconds old is good enough. */
export function isFarBelow(quotas: Quotas, { byPerson, ofSeizure = 0 }: Taken): boolean {
  return byPerson < quotas.personDailyBytes * 0.9 && ofSeizure < quotas.seizureBytes * 0.9;
}

function megabytes(bytes: number): string {
  return String(Math.floor(bytes / 1_048_576));
}
