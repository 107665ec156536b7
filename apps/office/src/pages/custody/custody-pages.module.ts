import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { CustodyOfficeModule } from '../../custody/custody-office.module.js';
import { ScanPageController } from '../scan/scan-page.controller.js';
import { ScanQueries } from '../scan/scan.queries.js';
import { LabelQueries } from './label.queries.js';
import { LabelsPageController } from './labels-page.controller.js';
import { LocationsPageController } from './locations-page.controller.js';
import { OfferPageController } from './offer-page.controller.js';
import { OfferPage } from './offer-page.service.js';
import { TransferPageController } from './transfer-page.controller.js';
import { TransferPage } from './transfer-page.service.js';
import { TransferParts } from './transfer-parts.service.js';

/** The custodian's pages: hand-overs, places, labels, scanning. */
@Module({
  imports: [CasesModule, CustodyOfficeModule],
  // /transfers/new stands before /transfers/:id.
  controllers: [
    OfferPageController,
    TransferPageController,
    LocationsPageController,
    LabelsPageController,
    ScanPageController,
  ],
  providers: [OfferPage, TransferPage, TransferParts, LabelQueries, ScanQueries],
})
export class CustodyPagesModule {}
