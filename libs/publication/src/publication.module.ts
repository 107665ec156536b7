import { Module } from '@nestjs/common';
import { PublicLedgerRepository } from './public-ledger.repository.js';
import { PublicationProjector } from './publication.projector.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { SnapshotService } from './snapshot.service.js';
import { TrustListRepository } from './trust-list.repository.js';
import { TrustList } from './trust-list.service.js';

/** What becomes public, and by whose hands; the application's CertificatesModule is global. */
@Module({
  providers: [
    PublicLedgerRepository,
    PublicationProjector,
    ReportRepository,
    ReportService,
    SnapshotService,
    TrustListRepository,
    TrustList,
  ],
  exports: [ReportService, SnapshotService, TrustList],
})
export class PublicationModule {}
