import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { EvidenceModule } from '#evidence';
import { IdentityModule } from '#identity';
import { BatchesOfficeModule } from '../../batches.module.js';
import { EventsOfficeModule } from '../../events/events-office.module.js';
import { DifferencePageController } from './difference-page.controller.js';
import { DifferencePage } from './difference-page.service.js';
import { EventEndingPage } from './event-ending-page.service.js';
import { EventEndingsController } from './event-endings.controller.js';
import { EventPageController } from './event-page.controller.js';
import { EventPage } from './event-page.service.js';
import { EventPhotosController } from './event-photos.controller.js';
import { PlanEventController } from './plan-event.controller.js';
import { PlanEventPage } from './plan-event.service.js';
import { StatementController } from './statement.controller.js';

/** Pages of destruction events: plan, run at the site, witness, end. */
@Module({
  imports: [BatchesOfficeModule, EventsOfficeModule, CatalogueModule, EvidenceModule, IdentityModule],
  controllers: [
    PlanEventController,
    EventEndingsController,
    EventPhotosController,
    StatementController,
    DifferencePageController,
    EventPageController,
  ],
  providers: [EventPage, EventEndingPage, PlanEventPage, DifferencePage],
})
export class EventsPagesModule {}
