import { Module } from '@nestjs/common';
import { BatchesModule } from '#batches';
import { IdentityModule } from '#identity';
import { BatchController } from './batches/batch.controller.js';
import { BatchPresenter } from './batches/batch.presenter.js';
import { BatchStepsController } from './batches/batch-steps.controller.js';
import { EligiblePresenter } from './batches/eligible.presenter.js';
import { Directory } from './common/directory.js';

/** How people reach batches. The steps come first: `eligible` is no batch's id. */
@Module({
  imports: [BatchesModule, IdentityModule],
  controllers: [BatchStepsController, BatchController],
  providers: [BatchPresenter, EligiblePresenter, Directory],
  exports: [BatchesModule, BatchPresenter, EligiblePresenter],
})
export class BatchesOfficeModule {}
