import { Module, type DynamicModule } from '@nestjs/common';
import { CertificatesModule } from '#certificates';
import { EvidenceModule, evidenceOptionsOf } from '#evidence';
import { IdentityModule } from '#identity';
import type { Clock } from '#kernel';
import { LedgerModule } from '#ledger';
import { DatabaseModule } from '#platform';
import { PublicationModule } from '#publication';
import { PublishedModule } from '#published';
import { join } from 'node:path';
import { CertificateRounds } from './certificate-rounds.service.js';
import { EvidenceRounds } from './evidence-rounds.service.js';
import { LedgerRounds } from './ledger-rounds.service.js';
import { PublicationRounds } from './publication-rounds.service.js';
import { StoreRounds } from './store-rounds.service.js';
import type { WorkerConfig } from './worker.config.js';
import { Worker } from './worker.service.js';

/** The same libs as the office, without its controllers: whatever it records is projected alike. */
@Module({})
export class WorkerModule {
  static forRoot(config: WorkerConfig, clock?: Clock): DynamicModule {
    const keysDirectory = join(config.DATA_DIR, 'keys');
    return {
      module: WorkerModule,
      imports: [
        DatabaseModule.forRoot({
          url: config.DATABASE_URL,
          applicationName: 'worker',
          poolSize: config.DATABASE_POOL ?? 5,
        }),
        LedgerModule.forRoot({
          keysDirectory,
          ...(config.LOG_ORIGIN !== undefined && { origin: config.LOG_ORIGIN }),
          ...(clock && { clock }),
        }),
        IdentityModule.forRoot({ production: config.NODE_ENV === 'production' }),
        EvidenceModule.forRoot(evidenceOptionsOf(config)),
        CertificatesModule.forRoot({ keysDirectory, publicUrl: config.PUBLIC_URL }),
        PublicationModule,
        PublishedModule,
      ],
      providers: [CertificateRounds, EvidenceRounds, LedgerRounds, PublicationRounds, StoreRounds, Worker],
    };
  }
}
