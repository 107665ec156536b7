import { Module } from '@nestjs/common';
import { ConcernQueries } from './concerns/concern.queries.js';
import { ConcernService } from './concerns/concern.service.js';
import { PublicLedgerRepository } from './public-ledger.repository.js';
import { PublicationProjector } from './publication.projector.js';
import { ReportRepository } from './report.repository.js';
import { ReportQueries } from './report.queries.js';
import { ReportService } from './report.service.js';
import { SnapshotService } from './snapshot.service.js';
import { TrustListRepository } from './trust-list.repository.js';
import { TrustList } from './trust-list.service.js';

/** What becomes public, and by whose hands; the application's CertificatesModule is global. */
@Module({
  providers: [
    ConcernQueries,
    ConcernService,
    PublicLedgerRepository,
    PublicationProjector,
    ReportRepository,
    ReportQueries,
    ReportService,
    SnapshotService,
    TrustListRepository,
    TrustList,
  ],
  exports: [ConcernQueries, ConcernService, ReportQueries, ReportService, SnapshotService, TrustList],
})
export class PublicationModule {}
