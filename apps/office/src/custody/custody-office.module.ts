import { Module } from '@nestjs/common';
import { CustodyModule } from '#custody';
import { Directory } from '../common/directory.js';
import { TransferController } from './transfer.controller.js';
import { TransferPresenter } from './transfer.presenter.js';

/** How people reach custody. */
@Module({
  imports: [CustodyModule],
  controllers: [TransferController],
  providers: [Directory, TransferPresenter],
  exports: [CustodyModule, TransferPresenter],
})
export class CustodyOfficeModule {}
