import { Module } from '@nestjs/common';
import { BatchesOfficeModule } from '../../batches.module.js';
import { CertificatePageController } from './certificate-page.controller.js';
import { CertificatePage } from './certificate-page.service.js';
import { IssuePageController } from './issue-page.controller.js';
import { IssuePage } from './issue-page.service.js';
import { RevocationPageController } from './revocation-page.controller.js';
import { RevocationPage } from './revocation-page.service.js';

/** Pages of certificates: looking at what would be issued, issuing, the certificate, revoking it. */
@Module({
  imports: [BatchesOfficeModule],
  controllers: [IssuePageController, CertificatePageController, RevocationPageController],
  providers: [IssuePage, CertificatePage, RevocationPage],
})
export class CertificatesPagesModule {}
