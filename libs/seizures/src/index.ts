export { CaseRecordQueries } from './case-record.queries.js';
export type { AppraisalRecord, CaseRecords, DecisionRecord, HoldRecord } from './case-record.queries.js';
export { CaseRecordsService } from './case-records.service.js';
export type { DecisionAsked } from './case-records.service.js';
export { ConfirmationService } from './confirmation.service.js';
export { blockerCodes, blockersOf } from './domain/blockers.js';
export type { Blocker, BlockerCode, GateFacts } from './domain/blockers.js';
export { disposes } from './domain/case-facts.js';
export type { AppraisalResult, DecisionKind, LotFacts, StandingDecision } from './domain/case-facts.js';
export type { HoldRequest } from './domain/holds.js';
export { amountOfLot } from './domain/lot-quantity.js';
export type { LotQuantityOptions } from './domain/lot-quantity.js';
export type { LotRequest, OnSiteWitness, Party, SeizureRequest } from './domain/registration.js';
export { HoldService } from './hold.service.js';
export { LotGates } from './lot-gates.queries.js';
export type { GatedLot } from './lot-gates.queries.js';
export { LotQueries } from './lot.queries.js';
export type { LotSearch } from './lot.queries.js';
export { seizuresMessages } from './messages.js';
export { RegistrationDrafts } from './registration-drafts.service.js';
export type { DraftToSave } from './registration-drafts.service.js';
export type {
  DraftFields,
  DraftListed,
  DraftSheet,
  RegistrationDraft,
} from './registration-draft.repository.js';
export { RegistrationService } from './registration.service.js';
export type { RegisteredSeizure } from './registration.service.js';
export { SeizureQueries } from './seizure.queries.js';
export type { SeizureFacts, SeizureRow, SeizureSearch } from './seizure.queries.js';
export { SeizuresModule } from './seizures.module.js';
