export { DomainError } from './domain-error.js';
export type { ErrorKind, FieldError } from './domain-error.js';
export { derivedId, isUuid, newId, parseId } from './ids.js';
export type {
  AgencyId,
  AppraisalId,
  BatchId,
  Brand,
  CertificateNumber,
  DecisionId,
  EntryId,
  EventId,
  HoldId,
  LotId,
  PersonId,
  SeizureId,
  TransferId,
} from './ids.js';
export { formatInstant, isInstant, systemClock } from './instant.js';
export type { Clock, Instant } from './instant.js';
export { isSha256, sha256Hex } from './sha256.js';
export type { Sha256 } from './sha256.js';
export type { Json, JsonObject } from './json.js';
