import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { BundleController } from './bundle.controller.js';
import { BundleQueries } from './bundle.queries.js';
import { BundleReach } from './bundle-reach.service.js';
import { BundleService } from './bundle.service.js';

/** How auditors take a part of the ledger along. */
@Module({})
export class AuditOfficeModule {
  /** `certificates` is the module that the interface uses. */
  static forRoot(certificates: DynamicModule | Type): DynamicModule {
    return {
      module: AuditOfficeModule,
      imports: [certificates],
      controllers: [BundleController],
      providers: [BundleQueries, BundleReach, BundleService],
      exports: [BundleQueries, BundleService],
    };
  }
}
