import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { IdentityModule } from '#identity';
import { BatchesOfficeModule } from '../../batches.module.js';
import { BatchPageController } from './batch-page.controller.js';
import { BatchPage, BatchSurroundings } from './batch-page.service.js';
import { BatchStepsPageController } from './batch-steps-page.controller.js';
import { BatchStepsPage } from './batch-steps-page.service.js';
import { ChangesPageController } from './changes-page.controller.js';
import { ChooseLotsController } from './choose-lots.controller.js';
import { ChooseLots } from './choose-lots.service.js';
import { DecisionReceiptController } from './decision-receipt.controller.js';
import { DraftHeadController } from './draft-head.controller.js';
import { DraftLinesController } from './draft-lines.controller.js';
import { DraftLinesPage } from './draft-lines.service.js';
import { DraftView } from './draft-view.service.js';
import { SubmissionController } from './submission.controller.js';

/** Pages of batches: building a list, deciding on it. The builder comes first: `new` is no batch's id. */
@Module({})
export class BatchesPagesModule {
  /** `certificates` is the module that the interface uses, so that both sign with one key. */
  static forRoot(certificates: DynamicModule | Type): DynamicModule {
    return {
      module: BatchesPagesModule,
      imports: [BatchesOfficeModule, CatalogueModule, IdentityModule, certificates],
      controllers: [
        DraftHeadController,
        ChooseLotsController,
        DraftLinesController,
        SubmissionController,
        BatchStepsPageController,
        ChangesPageController,
        DecisionReceiptController,
        BatchPageController,
      ],
      providers: [DraftView, ChooseLots, DraftLinesPage, BatchStepsPage, BatchPage, BatchSurroundings],
    };
  }
}
