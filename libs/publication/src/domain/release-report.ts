import type { DraftOf } from '#entries';
import { DomainError, type CertificateNumber, type EntryId, type PersonId } from '#kernel';

/** What is known of a certificate and its report before the next step. */
export interface ReportFacts {
  readonly number: CertificateNumber;
  readonly submission: EntryId;
  readonly state: string;
  readonly report?: { readonly prepared: EntryId; readonly by: PersonId; readonly released: boolean };
}

/**
 * The first person proposes to publish the figures of an issued certificate. Throws `conflict`:
 * `publication.not-issued`, `publication.already-prepared`, `publication.already-released`.
 */
export function prepareReport(facts: ReportFacts): DraftOf<'report.prepared'> {
  const { number, submission, report } = facts;
  mustBeIssued(facts);
  if (report) {
    const code = report.released ? 'publication.already-released' : 'publication.already-prepared';
    throw new DomainError('conflict', code, { number, entry: report.prepared });
  }
  return {
    type: 'report.prepared',
    subject: { kind: 'certificate', id: number },
    data: { number, submission },
  };
}

/**
 * A second person releases them (public.md: one person prepares, a second releases). Throws `conflict`:
 * `publication.not-issued`, `publication.not-prepared`, `publication.already-released`; `refused`
 * `publication.second-person`, which names the entry of the preparation.
 */
export function releaseReport(facts: ReportFacts, person: PersonId): DraftOf<'report.released'> {
  const { number, submission, report } = facts;
  mustBeIssued(facts);
  if (!report) throw new DomainError('conflict', 'publication.not-prepared', { number });
  const { prepared, by, released } = report;
  if (released) throw new DomainError('conflict', 'publication.already-released', { number });
  if (by === person)
    throw new DomainError('refused', 'publication.second-person', { number, entry: prepared });
  return {
    type: 'report.released',
    subject: { kind: 'certificate', id: number },
    data: { number, submission, prepared },
  };
}

/** Figures of a certificate that was revoked or replaced are not published anew. */
function mustBeIssued({ number, state }: ReportFacts): void {
  if (state !== 'issued') throw new DomainError('conflict', 'publication.not-issued', { number, state });
}
