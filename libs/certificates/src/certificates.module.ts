import { Module, type DynamicModule } from '@nestjs/common';
import { BatchesModule } from '#batches';
import { CatalogueModule } from '#catalogue';
import { DestructionModule } from '#destruction';
import { DutiesModule } from '#duties';
import { SeizuresModule } from '#seizures';
import { CertificateFactsLoader } from './certificate-facts.loader.js';
import { CertificateProjector } from './certificate.projector.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateRepository } from './certificate.repository.js';
import { Certificates } from './certificates.service.js';
import { CertificateCompletion } from './completion.service.js';
import { ContentFacts } from './content-facts.loader.js';
import { Drawing } from './drawing.service.js';
import { IssueService } from './issue.service.js';
import { IssueSigning } from './issue-signing.service.js';
import { LedgerProofs } from './ledger-proofs.service.js';
import { PaperIdentity } from './paper-identity.js';
import { PreviewPapers } from './preview.service.js';
import { RevocationService } from './revocation.service.js';
import { Sealing } from './sealing.service.js';
import { Seals } from './seals.service.js';
import { VoidingService } from './voiding.service.js';
import { CERTIFICATE_OPTIONS, type CertificateOptions } from './tokens.js';

const parts = [
  CertificateProjector,
  CertificateQueries,
  CertificateRepository,
  CertificateFactsLoader,
  ContentFacts,
  PaperIdentity,
  Seals,
  LedgerProofs,
  Sealing,
  Drawing,
  IssueSigning,
  IssueService,
  PreviewPapers,
  CertificateCompletion,
  Certificates,
  RevocationService,
  VoidingService,
];

@Module({})
export class CertificatesModule {
  static forRoot(options: CertificateOptions): DynamicModule {
    return {
      module: CertificatesModule,
      // The publication reads the same certificates; one set of options serves both.
      global: true,
      imports: [BatchesModule, CatalogueModule, DestructionModule, DutiesModule, SeizuresModule],
      providers: [...parts, { provide: CERTIFICATE_OPTIONS, useValue: options }],
      exports: [
        Certificates,
        CertificateQueries,
        CertificateCompletion,
        IssueService,
        PreviewPapers,
        RevocationService,
        VoidingService,
        Seals,
      ],
    };
  }
}
