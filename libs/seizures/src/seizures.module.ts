import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { CaseProjector } from './case.projector.js';
import { CaseRecordQueries } from './case-record.queries.js';
import { CaseRecordsService } from './case-records.service.js';
import { CaseRepository } from './case.repository.js';
import { ConfirmationService } from './confirmation.service.js';
import { EvidenceReactions } from './evidence.reactions.js';
import { HoldService } from './hold.service.js';
import { LotGates } from './lot-gates.queries.js';
import { LotQueries } from './lot.queries.js';
import { RegistrationDraftRepository } from './registration-draft.repository.js';
import { RegistrationDrafts } from './registration-drafts.service.js';
import { RegistrationService } from './registration.service.js';
import { RegistrationSupport } from './registration-support.js';
import { SeizureProjector } from './seizure.projector.js';
import { SeizureQueries } from './seizure.queries.js';
import { SeizureRepository } from './seizure.repository.js';

const commands = [
  RegistrationService,
  RegistrationDrafts,
  ConfirmationService,
  CaseRecordsService,
  HoldService,
];
const queries = [LotQueries, LotGates, SeizureQueries, CaseRecordQueries];

/** Cases: seizures with their lots, appraisals, decisions and holds. */
@Module({
  imports: [CatalogueModule],
  providers: [
    ...commands,
    ...queries,
    RegistrationSupport,
    RegistrationDraftRepository,
    SeizureRepository,
    CaseRepository,
    SeizureProjector,
    CaseProjector,
    EvidenceReactions,
  ],
  exports: [...commands, ...queries],
})
export class SeizuresModule {}
