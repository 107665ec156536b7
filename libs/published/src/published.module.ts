import { Module } from '@nestjs/common';
import { PublishedCertificates } from './published-certificates.queries.js';
import { PublicSnapshots } from './public-snapshots.queries.js';
import { PublishedLog } from './published-log.queries.js';
import { VerificationService } from './verification.service.js';

const parts = [PublicSnapshots, PublishedCertificates, PublishedLog, VerificationService];

/** What the public may read, and the check of certificates against it. Needs no more than the role ledger_public. */
@Module({ providers: parts, exports: parts })
export class PublishedModule {}
