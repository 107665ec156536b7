import {
  DomainError,
  formatInstant,
  type AgencyId,
  type EntryId,
  type Instant,
  type PersonId,
} from '#kernel';
import { assertEntry, versionOf, type Entry, type EntryDraft } from '#entries';

/** Who acts, when (as claimed), and why late: what an entry says beside the decision itself. */
export interface Circumstances {
  readonly person: PersonId;
  readonly agency: AgencyId;
  readonly happened?: Instant;
  readonly lateReason?: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
const earliest = Date.parse('2000-01-01T00:00:00.000Z');

/**
 * The two clocks (domain.md): gives the claimed time of the act, the server's time where none is claimed.
 * Throws `invalid` `time.in-future` (more than 5 min ahead), `time.implausible` (before 2000),
 * `time.late-reason-missing` (more than 24 h apart without a reason).
 */
export function claimedTime({ happened, lateReason }: Circumstances, recordedMs: number): Instant {
  if (happened === undefined) return formatInstant(recordedMs);
  const claimed = Date.parse(happened);
  const wrong = (code: string) => new DomainError('invalid', code, {}, [{ pointer: '/happened', code }]);
  if (claimed > recordedMs + 5 * minute) throw wrong('time.in-future');
  if (claimed < earliest) throw wrong('time.implausible');
  if (recordedMs - claimed > day && !lateReason) {
    throw new DomainError('invalid', 'time.late-reason-missing', {}, [
      { pointer: '/lateReason', code: 'time.late-reason-missing' },
    ]);
  }
  return happened;
}

export interface EntryFrame extends Circumstances {
  readonly id: EntryId;
  readonly recordedMs: number;
  readonly version: number;
  /** 22 base64url characters of 16 random bytes: a published leaf hash can't be guessed from low-entropy content. */
  readonly salt: string;
}

/** Completes a decided draft to the entry that is recorded; throws `invalid` where it does not fit its type. */
export function buildEntry(draft: EntryDraft, frame: EntryFrame): Entry {
  const entry = {
    v: versionOf(draft.type),
    id: frame.id,
    type: draft.type,
    recorded: formatInstant(frame.recordedMs),
    happened: claimedTime(frame, frame.recordedMs),
    ...(frame.lateReason !== undefined && { lateReason: frame.lateReason }),
    actor: { person: frame.person, agency: frame.agency },
    subject: { kind: draft.subject.kind, id: draft.subject.id, version: frame.version },
    data: draft.data,
    postings: draft.postings ?? [],
    salt: frame.salt,
  };
  assertEntry(entry);
  return entry;
}
