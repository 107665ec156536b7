import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { DutiesModule } from '#duties';
import { EvidenceModule } from '#evidence';
import { IdentityModule } from '#identity';
import { SeizuresModule } from '#seizures';
import { ApprovalService } from './approval.service.js';
import { BatchProjector } from './batch.projector.js';
import { BatchQueries } from './batch.queries.js';
import { BatchReactions } from './batch.reactions.js';
import { BatchRepository } from './batch.repository.js';
import { BatchSight } from './batch-sight.js';
import { ChangeService } from './change.service.js';
import { DraftPreviews } from './draft-preview.queries.js';
import { DraftRepository } from './draft.repository.js';
import { DraftService } from './draft.service.js';
import { EligibleLots } from './eligible.queries.js';
import { ListAssembler } from './list-assembler.js';
import { ReminderRepository } from './reminder.repository.js';
import { ReminderService } from './reminder.service.js';
import { SubmissionService } from './submission.service.js';
import { WithdrawalService } from './withdrawal.service.js';

const commands = [
  DraftService,
  ChangeService,
  SubmissionService,
  ApprovalService,
  WithdrawalService,
  ReminderService,
];
const queries = [BatchRepository, BatchQueries, DraftPreviews, EligibleLots];

@Module({
  imports: [CatalogueModule, DutiesModule, EvidenceModule, IdentityModule, SeizuresModule],
  providers: [
    ...commands,
    ...queries,
    DraftRepository,
    ReminderRepository,
    ListAssembler,
    BatchProjector,
    BatchReactions,
    BatchSight,
  ],
  exports: [...commands, ...queries],
})
export class BatchesModule {}
