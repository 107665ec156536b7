import { Module } from '@nestjs/common';
import { CatalogueModule } from '#catalogue';
import { CustodyModule } from '#custody';
import { SeizuresModule } from '#seizures';
import { AppraisalController } from './appraisals/appraisal.controller.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { Directory } from './common/directory.js';
import { DecisionController } from './decisions/decision.controller.js';
import { HoldController } from './holds/hold.controller.js';
import { LotKeeping } from './lots/lot.keeping.js';
import { LotController } from './lots/lot.controller.js';
import { LotPresenter } from './lots/lot.presenter.js';
import { LotReader } from './lots/lot.reader.js';
import { SeizureController } from './seizures/seizure.controller.js';
import { SeizureDetail } from './seizures/seizure.detail.js';
import { SeizurePresenter } from './seizures/seizure.presenter.js';

/** How people reach the catalogue and the cases: seizures, lots, appraisals, decisions, holds. */
@Module({
  imports: [CatalogueModule, SeizuresModule, CustodyModule],
  controllers: [
    CatalogueController,
    SeizureController,
    LotController,
    AppraisalController,
    DecisionController,
    HoldController,
  ],
  providers: [Directory, SeizurePresenter, SeizureDetail, LotPresenter, LotReader, LotKeeping],
  exports: [CatalogueModule, SeizuresModule, Directory, SeizurePresenter, LotPresenter],
})
export class CasesModule {}
