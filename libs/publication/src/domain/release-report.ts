import type { DraftOf, withdrawalCauses } from '#entries';
import { DomainError, type CertificateNumber, type EntryId, type PersonId, type Sha256 } from '#kernel';

/** What is known of a certificate and its report before the next step. */
export interface ReportFacts {
  readonly number: CertificateNumber;
  readonly submission: EntryId;
  readonly state: string;
  readonly report?: {
    readonly prepared: EntryId;
    readonly by: PersonId;
    /** Absent in reports of version 1, which publish figures alone. */
    readonly content?: Sha256;
    readonly released?: EntryId;
    readonly withdrawn: boolean;
  };
}
export type WithdrawalCause = (typeof withdrawalCauses)[number];

/**
 * The first person proposes to publish the figures of an issued certificate, and `content` beside them; anew after a
 * withdrawal. Throws `conflict`: `publication.not-issued`, `publication.already-prepared`,
 * `publication.already-released`.
 */
export function prepareReport(facts: ReportFacts, content: Sha256): DraftOf<'report.prepared'> {
  const { number, submission, report } = facts;
  mustBeIssued(facts);
  if (report && !report.withdrawn) {
    const code = report.released ? 'publication.already-released' : 'publication.already-prepared';
    throw new DomainError('conflict', code, { number, entry: report.prepared });
  }
  return { type: 'report.prepared', subject: subjectOf(number), data: { number, submission, content } };
}

/**
 * A second person releases them (public.md: one person prepares, a second releases), the very content that was seen
 * where `seen` says so. Throws `conflict`: `publication.not-issued`, `publication.not-prepared`,
 * `publication.already-released`, `publication.content-changed`; `refused` `publication.second-person`, which names
 * the entry of the preparation.
 */
export function releaseReport(
  facts: ReportFacts,
  person: PersonId,
  seen?: Sha256,
): DraftOf<'report.released'> {
  const { number, submission, report } = facts;
  mustBeIssued(facts);
  if (!report || report.withdrawn) throw new DomainError('conflict', 'publication.not-prepared', { number });
  const { prepared, by, released, content } = report;
  if (released) throw new DomainError('conflict', 'publication.already-released', { number });
  if (seen !== undefined && seen !== content)
    throw new DomainError('conflict', 'publication.content-changed', { number });
  if (by === person)
    throw new DomainError('refused', 'publication.second-person', { number, entry: prepared });
  return { type: 'report.released', subject: subjectOf(number), data: { number, submission, prepared } };
}

/**
 * Takes what was published back; one person is enough, since waiting does harm. Throws `conflict`
 * `publication.not-released`, `publication.already-withdrawn`.
 */
export function withdrawReport(facts: ReportFacts, cause: WithdrawalCause): DraftOf<'report.withdrawn'> {
  const { number, submission, report } = facts;
  if (report?.withdrawn) throw new DomainError('conflict', 'publication.already-withdrawn', { number });
  if (!report?.released) throw new DomainError('conflict', 'publication.not-released', { number });
  const { released } = report;
  return {
    type: 'report.withdrawn',
    subject: subjectOf(number),
    data: { number, submission, released, cause },
  };
}

function subjectOf(number: CertificateNumber) {
  return { kind: 'certificate', id: number } as const;
}

/** Figures of a certificate that was revoked or replaced are not published anew. */
function mustBeIssued({ number, state }: ReportFacts): void {
  if (state !== 'issued') throw new DomainError('conflict', 'publication.not-issued', { number, state });
}
