import type { AgencyId, EntryId, Instant, LotId, PersonId } from '#kernel';
import { DomainError } from '#kernel';
import {
  amount,
  assertFits,
  count,
  id,
  instant,
  listOf,
  object,
  optional,
  text,
  type Infer,
  type Schema,
} from './schema.js';
import { account } from './shapes.js';
import { certificateTypes, earlierCertificateTypes } from './types/certificates.js';
import { batchTypes, earlierBatchTypes } from './types/disposal.js';
import { eventTypes } from './types/events.js';
import { ledgerTypes } from './types/ledger.js';
import { peopleTypes } from './types/people.js';
import { custodyTypes, seizureTypes } from './types/seizures.js';

/** Every entry type in its newest version, the one that is written: the published language of the system. */
export const entryTypes = {
  ...ledgerTypes,
  ...peopleTypes,
  ...seizureTypes,
  ...custodyTypes,
  ...batchTypes,
  ...eventTypes,
  ...certificateTypes,
};
export type EntryType = keyof typeof entryTypes;
/** What an entry of the type says in its newest version. */
export type DataOf<T extends EntryType> = Infer<(typeof entryTypes)[T]>;

/** Versions that are written no more and read for good, from version 1 on. */
const earlierVersions = { ...earlierBatchTypes, ...earlierCertificateTypes };
type Earlier<T extends EntryType> = T extends keyof typeof earlierVersions
  ? Infer<(typeof earlierVersions)[T][number]>
  : never;
/** What a recorded entry of the type may say, of whichever version. */
export type RecordedDataOf<T extends EntryType> = DataOf<T> | Earlier<T>;

const versionsOf = (type: EntryType): readonly Schema<unknown>[] => [
  ...((earlierVersions as Partial<Record<EntryType, readonly Schema<unknown>[]>>)[type] ?? []),
  entryTypes[type],
];

/** The version of a type that is written now, from 1. */
export function versionOf(type: EntryType): number {
  return versionsOf(type).length;
}

/** Moves `amount` (> 0, base unit of the lot) of one lot between two accounts. */
export const posting = object({ lot: id<LotId>(), from: account, to: account, amount, unit: text(40) });
export type Posting = Infer<typeof posting>;

export type SubjectKind =
  | 'log'
  | 'store'
  | 'catalogue'
  | 'agency'
  | 'person'
  | 'seizure'
  | 'photo'
  | 'document'
  | 'appraisal'
  | 'decision'
  | 'hold'
  | 'transfer'
  | 'batch'
  | 'event'
  | 'certificate';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What a rule decides: an entry without what only the recorder knows (id, times, actor, version, salt). */
export type EntryDraft = {
  [T in EntryType]: {
    readonly type: T;
    readonly subject: Subject;
    readonly data: DataOf<T>;
    readonly postings?: readonly Posting[];
  };
}[EntryType];
export type DraftOf<T extends EntryType> = Extract<EntryDraft, { type: T }>;

/** One line of the ledger; its RFC 8785 form in UTF-8 is what is hashed. */
export interface EntryOf<T extends EntryType = EntryType> {
  /** Version of the type. */
  readonly v: number;
  readonly id: EntryId;
  readonly type: T;
  readonly recorded: Instant;
  readonly happened: Instant;
  readonly lateReason?: string;
  readonly actor: { readonly person: PersonId; readonly agency: AgencyId };
  readonly subject: Subject & { readonly version: number };
  readonly data: RecordedDataOf<T>;
  readonly postings: readonly Posting[];
  readonly salt: string;
}
/** A union over all types, so that `entry.type` narrows `entry.data`. */
export type Entry = { [T in EntryType]: EntryOf<T> }[EntryType];

const frame = object({
  v: count,
  id: id<EntryId>(),
  type: text(60),
  recorded: instant,
  happened: instant,
  lateReason: optional(text(500)),
  actor: object({ person: id<PersonId>(), agency: id<AgencyId>() }),
  subject: object({ kind: text(40), id: text(60), version: count }),
  data: { check: () => undefined } as Schema<unknown>,
  postings: listOf(posting),
  salt: text(22),
});

/** Checks a value against the published language; throws `invalid` (`entry.malformed`, `entry.unknown-type`). */
export function assertEntry(value: unknown): asserts value is Entry {
  assertFits(frame, value);
  const type: string = value.type;
  const known = Object.hasOwn(entryTypes, type) ? versionsOf(type as EntryType)[value.v - 1] : undefined;
  if (!known) throw new DomainError('invalid', 'entry.unknown-type', { type, version: String(value.v) });
  const errors: { pointer: string; code: string }[] = [];
  known.check(value.data, '/data', errors);
  if (!/^[A-Za-z0-9_-]{22}$/.test(value.salt)) errors.push({ pointer: '/salt', code: 'entry.not-salt' });
  value.postings.forEach((one, i) => {
    if (one.amount === '0' || one.from === one.to)
      errors.push({ pointer: `/postings/${i}`, code: 'entry.empty-posting' });
  });
  if (errors.length > 0) throw new DomainError('invalid', 'entry.malformed', {}, errors);
}
