import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DutiesModule } from '#duties';
import { EvidenceModule, evidenceOptionsOf } from '#evidence';
import { AccessGuard, IdentityModule } from '#identity';
import type { Clock } from '#kernel';
import { LedgerModule } from '#ledger';
import { DatabaseModule, MetricsInterceptor, RequestMetrics } from '#platform';
import { join } from 'node:path';
import { AuditOfficeModule } from './audit/audit-office.module.js';
import { DocumentsController } from './evidence/documents.controller.js';
import { PhotosController } from './evidence/photos.controller.js';
import { BatchesOfficeModule } from './batches.module.js';
import { CasesModule } from './cases.module.js';
import { CertificatesOfficeModule } from './certificates/certificates-office.module.js';
import { CustodyOfficeModule } from './custody/custody-office.module.js';
import { EventsOfficeModule } from './events/events-office.module.js';
import { HealthController } from './health/health.controller.js';
import { MetricsRegistry } from './health/metrics.js';
import { AgenciesController } from './identity/agencies.controller.js';
import { OpenWorkQueries } from './identity/open-work.queries.js';
import { PasskeysController } from './identity/passkeys.controller.js';
import { PeopleController } from './identity/people.controller.js';
import { RolesController } from './identity/roles.controller.js';
import { SessionsController } from './identity/sessions.controller.js';
import { LedgerController } from './ledger/ledger.controller.js';
import type { OfficeConfig } from './office.config.js';
import { StatusController } from './status/status.controller.js';
import { PagesModule } from './pages/pages.module.js';
import type { OfficePages } from './pages/shell/office-pages.js';

const controllers = [
  HealthController,
  LedgerController,
  SessionsController,
  PasskeysController,
  PeopleController,
  RolesController,
  AgenciesController,
  PhotosController,
  DocumentsController,
  StatusController,
];

/** The staff application: every feature lib and the controllers through which people reach it. */
@Module({})
export class OfficeModule {
  static forRoot(config: OfficeConfig, pages: OfficePages, clock?: Clock): DynamicModule {
    const certificates = CertificatesOfficeModule.forRoot(config);
    const features = [
      IdentityModule.forRoot({
        production: config.NODE_ENV === 'production',
        officeUrl: config.OFFICE_URL ?? `http://localhost:${String(config.OFFICE_PORT)}`,
      }),
      DutiesModule,
      EvidenceModule.forRoot(evidenceOptionsOf(config)),
    ];
    return {
      module: OfficeModule,
      imports: [
        DatabaseModule.forRoot({
          url: config.DATABASE_URL,
          applicationName: 'office',
          ...(config.DATABASE_POOL !== undefined && { poolSize: config.DATABASE_POOL }),
        }),
        LedgerModule.forRoot({
          keysDirectory: join(config.DATA_DIR, 'keys'),
          ...(config.LOG_ORIGIN !== undefined && { origin: config.LOG_ORIGIN }),
          ...(clock && { clock }),
        }),
        ...features,
        CasesModule,
        CustodyOfficeModule,
        BatchesOfficeModule,
        EventsOfficeModule,
        AuditOfficeModule.forRoot(certificates),
        certificates,
        PagesModule.forRoot(pages, certificates),
      ],
      controllers,
      providers: [
        MetricsRegistry,
        OpenWorkQueries,
        { provide: RequestMetrics, useExisting: MetricsRegistry },
        { provide: APP_GUARD, useExisting: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: MetricsInterceptor },
      ],
    };
  }
}
