import { Module } from '@nestjs/common';
import { BatchesModule } from '#batches';
import { CatalogueModule } from '#catalogue';
import { CustodyModule } from '#custody';
import { SeizuresModule } from '#seizures';
import { DifferenceService } from './difference.service.js';
import { EndingService } from './ending.service.js';
import { EventDifferences } from './event-differences.loader.js';
import { EventFactsLoader } from './event-facts.loader.js';
import { EventOverviews } from './event-overview.service.js';
import { EventVisibility } from './event-visibility.js';
import { EventProjector } from './event.projector.js';
import { EventQueries } from './event.queries.js';
import { EventRepository } from './event.repository.js';
import { EventReferences, PlanService, PlanTerms } from './plan.service.js';
import { SiteService } from './site.service.js';
import { StagingService } from './staging.service.js';

const commands = [PlanService, StagingService, SiteService, EndingService, DifferenceService];
const queries = [EventQueries, EventOverviews];

/** Destruction events: from the store to the end, seen by witnesses. */
@Module({
  imports: [BatchesModule, CatalogueModule, CustodyModule, SeizuresModule],
  providers: [
    ...commands,
    ...queries,
    EventDifferences,
    EventFactsLoader,
    EventProjector,
    EventReferences,
    EventRepository,
    EventVisibility,
    PlanTerms,
  ],
  exports: [...commands, ...queries],
})
export class DestructionModule {}
