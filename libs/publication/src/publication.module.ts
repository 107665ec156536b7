import { Module } from '@nestjs/common';
import { PublicationProjector } from './publication.projector.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { TrustListRepository } from './trust-list.repository.js';
import { TrustList } from './trust-list.service.js';

/** What becomes public, and by whose hands; the application's CertificatesModule is global. */
@Module({
  providers: [PublicationProjector, ReportRepository, ReportService, TrustListRepository, TrustList],
  exports: [ReportService, TrustList],
})
export class PublicationModule {}
