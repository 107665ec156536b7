import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { PhotoPageController } from '../evidence/photo-page.controller.js';
import { PhotoPage } from '../evidence/photo-page.service.js';
import { PhotoRecordPresenter } from '../evidence/photo-record.presenter.js';
import { LotHistory } from './lot-history.service.js';
import { LotPageController } from './lot-page.controller.js';
import { LotPhotosController } from './lot-photos.controller.js';

/** The pages of lots: what happened to them, what they look like, and the proofs of it. */
@Module({
  imports: [CasesModule],
  controllers: [LotPageController, LotPhotosController, PhotoPageController],
  providers: [LotHistory, PhotoPage, PhotoRecordPresenter],
  exports: [LotHistory],
})
export class LotsPagesModule {}
