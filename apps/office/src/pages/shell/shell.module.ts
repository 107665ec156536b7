import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { ListPages } from '../lists/list-pages.service.js';
import { QueueQueries } from '../queue/queue.queries.js';
import { WorkQueue } from '../queue/work-queue.service.js';
import { DemonstrationNotice } from './demonstration-notice.js';
import { OfficePages } from './office-pages.js';
import { Shell } from './shell.service.js';
import { StepUpForm } from './step-up-form.service.js';

/** What the pages of every area stand on: the shell around them, lists, and the password beside a signature. */
@Global()
@Module({})
export class ShellModule {
  static forRoot(pages: OfficePages): DynamicModule {
    return {
      module: ShellModule,
      imports: [CatalogueModule],
      providers: [
        { provide: OfficePages, useValue: pages },
        DemonstrationNotice,
        QueueQueries,
        WorkQueue,
        Shell,
        ListPages,
        StepUpForm,
      ],
      exports: [OfficePages, WorkQueue, Shell, ListPages, StepUpForm],
    };
  }
}
