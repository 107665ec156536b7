import { Module } from '@nestjs/common';
import { ConcernBox } from './concern-box.repository.js';
import { PublishedCertificates } from './published-certificates.queries.js';
import { PublicSnapshots } from './public-snapshots.queries.js';
import { PublishedLog } from './published-log.queries.js';
import { PublishedPhotos } from './published-photos.queries.js';
import { VerificationService } from './verification.service.js';

const parts = [
  ConcernBox,
  PublicSnapshots,
  PublishedCertificates,
  PublishedLog,
  PublishedPhotos,
  VerificationService,
];

/** What the public may read, the check of certificates against it, and where concerns go in. Needs no more than the role ledger_public. */
@Module({ providers: parts, exports: parts })
export class PublishedModule {}
