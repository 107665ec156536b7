import { Module } from '@nestjs/common';
import { DestructionModule } from '#destruction';
import { SeizuresModule } from '#seizures';
import { Directory } from '../common/directory.js';
import { DifferenceController } from './difference.controller.js';
import { EventController } from './event.controller.js';
import { EventPresenter, EventSurroundings } from './event.presenter.js';
import { SiteController } from './site.controller.js';

/** How people reach destruction events. */
@Module({
  imports: [DestructionModule, SeizuresModule],
  controllers: [EventController, SiteController, DifferenceController],
  providers: [Directory, EventPresenter, EventSurroundings],
  exports: [DestructionModule, EventPresenter],
})
export class EventsOfficeModule {}
