import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { AuditPageController } from './audit-page.controller.js';
import { ExceptionQueries } from './exceptions.queries.js';
import { VerificationJobs } from './verification-jobs.service.js';
import { VerificationPageController } from './verification-page.controller.js';

/** Pages of auditors: what stands out, and the verification of the ledger. */
@Module({
  imports: [CatalogueModule],
  controllers: [AuditPageController, VerificationPageController],
  providers: [ExceptionQueries, VerificationJobs],
})
export class AuditPagesModule {}
