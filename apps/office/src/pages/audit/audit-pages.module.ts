import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { AuditOfficeModule } from '../../audit/audit-office.module.js';
import { Directory } from '../../common/directory.js';
import { AuditPageController } from './audit-page.controller.js';
import { BundlePageController } from './bundle-page.controller.js';
import { ExceptionQueries } from './exceptions.queries.js';
import { VerificationJobs } from './verification-jobs.service.js';
import { VerificationPageController } from './verification-page.controller.js';

/** Pages of auditors: what stands out, the verification of the ledger, a part of it to take along. */
@Module({})
export class AuditPagesModule {
  static forRoot(certificates: DynamicModule | Type): DynamicModule {
    return {
      module: AuditPagesModule,
      imports: [CatalogueModule, AuditOfficeModule.forRoot(certificates)],
      controllers: [AuditPageController, BundlePageController, VerificationPageController],
      providers: [Directory, ExceptionQueries, VerificationJobs],
    };
  }
}
