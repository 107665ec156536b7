import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { SeizuresModule } from '#seizures';
import { CustodyQueries } from './custody.queries.js';
import { HandOverQueries } from './hand-over.queries.js';
import { LocationQueries } from './location.queries.js';
import { OfferService, OfferTerms } from './offer.service.js';
import { ReplyService, ReplyTerms, SurplusCodes } from './reply.service.js';
import { TransferProjector } from './transfer.projector.js';
import { TransferRepository } from './transfer.repository.js';

/** Who keeps the goods, and how they change hands. */
@Module({
  imports: [CatalogueModule, SeizuresModule],
  providers: [
    CustodyQueries,
    HandOverQueries,
    LocationQueries,
    OfferService,
    OfferTerms,
    ReplyService,
    ReplyTerms,
    SurplusCodes,
    TransferProjector,
    TransferRepository,
  ],
  exports: [CustodyQueries, HandOverQueries, LocationQueries, OfferService, ReplyService],
})
export class CustodyModule {}
