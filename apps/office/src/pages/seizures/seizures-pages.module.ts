import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { CasesPagesModule } from '../cases/cases-pages.module.js';
import { PhotosPageController } from './photos-page.controller.js';
import { RegisterController } from './register.controller.js';
import { RegistrationPage } from './registration-page.service.js';
import { SeizurePageController } from './seizure-page.controller.js';

/** Registering a seizure, its page, its photos. */
@Module({
  imports: [CasesModule, CasesPagesModule],
  controllers: [RegisterController, SeizurePageController, PhotosPageController],
  providers: [RegistrationPage],
})
export class SeizuresPagesModule {}
