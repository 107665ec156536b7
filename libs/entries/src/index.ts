export { acts, actsOf } from './acts-of.js';
export type { Act, ActOfPerson } from './acts-of.js';
export { assertEntry, entryTypes, versionOf } from './entry.js';
export type {
  DataOf,
  DraftOf,
  Entry,
  EntryDraft,
  EntryOf,
  EntryType,
  Posting,
  Subject,
  SubjectKind,
} from './entry.js';
export { lotsOf } from './lots-of.js';
export type { LotsOf } from './lots-of.js';
export { accounts, roles } from './shapes.js';
export type {
  Account,
  Assertion,
  DeclaredQuantity,
  LotAmount,
  LotRecord,
  Names,
  Role,
  UnitAmount,
} from './shapes.js';
export { withdrawalCauses } from './types/certificates.js';
export { signatureOf } from './signature-of.js';
export type { SignatureOfEntry } from './signature-of.js';
export type { BatchSnapshot, SnapshotLine } from './types/disposal.js';
export { appraisalResults, decisionKinds, measures } from './types/seizures.js';
