import { Module, type DynamicModule } from '@nestjs/common';
import { CertificatesModule } from '#certificates';
import { PublicationModule } from '#publication';
import { join } from 'node:path';
import type { OfficeConfig } from '../office.config.js';
import { PublicationController } from '../publication/publication.controller.js';
import { CertificatesController } from './certificates.controller.js';
import { IssueController } from './issue.controller.js';

/** Certificates, their publication, and the controllers through which people reach them. */
@Module({})
export class CertificatesOfficeModule {
  static forRoot(config: OfficeConfig): DynamicModule {
    const options = { keysDirectory: join(config.DATA_DIR, 'keys'), publicUrl: config.PUBLIC_URL };
    return {
      module: CertificatesOfficeModule,
      imports: [CertificatesModule.forRoot(options), PublicationModule],
      exports: [CertificatesModule],
      controllers: [IssueController, CertificatesController, PublicationController],
    };
  }
}
