import { Module, type DynamicModule } from '@nestjs/common';
import { PublicationProjector } from './publication.projector.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { TrustListRepository } from './trust-list.repository.js';
import { TrustList } from './trust-list.service.js';

@Module({})
export class PublicationModule {
  /** `certificates` is the application's CertificatesModule, as it was configured there. */
  static forRoot(certificates: DynamicModule): DynamicModule {
    return {
      module: PublicationModule,
      imports: [certificates],
      providers: [PublicationProjector, ReportRepository, ReportService, TrustListRepository, TrustList],
      exports: [ReportService, TrustList],
    };
  }
}
