import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { CasesPagesModule } from '../cases/cases-pages.module.js';
import { ImportController } from '../imports/import.controller.js';
import { ImportPages } from '../imports/import-page.service.js';
import { DraftController } from './draft.controller.js';
import { DraftPages } from './draft-page.service.js';
import { PhotosPageController } from './photos-page.controller.js';
import { RegisterController } from './register.controller.js';
import { RegistrationErrors } from './registration-errors.service.js';
import { RegistrationPage } from './registration-page.service.js';
import { SeizureListController } from './seizure-list.controller.js';
import { SeizurePageController } from './seizure-page.controller.js';

/** Registering a seizure, its page, its photos. */
@Module({
  imports: [CasesModule, CasesPagesModule],
  controllers: [
    SeizureListController,
    ImportController,
    RegisterController,
    DraftController,
    SeizurePageController,
    PhotosPageController,
  ],
  providers: [RegistrationPage, RegistrationErrors, DraftPages, ImportPages],
})
export class SeizuresPagesModule {}
