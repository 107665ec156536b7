import { Module } from '@nestjs/common';
import { PublicationModule } from '#publication';
import { ConcernListController } from './concern-lists.controller.js';
import { ConcernPageController } from './concern-page.controller.js';
import { ReportPageController } from './report-page.controller.js';
import { ReportPage } from './report-page.service.js';
import { WithdrawalPageController } from './withdrawal-page.controller.js';

/** What becomes public of a certificate, and what the public reports back. */
@Module({
  imports: [PublicationModule],
  controllers: [ConcernListController, ConcernPageController, ReportPageController, WithdrawalPageController],
  providers: [ReportPage],
})
export class PublicationPagesModule {}
