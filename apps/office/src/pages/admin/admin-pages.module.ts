import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { AdminHistory } from './admin-history.queries.js';
import { AgenciesPageController } from './agencies-page.controller.js';
import { AgencyForms } from './agency-forms.service.js';
import { CataloguePageController } from './catalogue-page.controller.js';
import { CataloguePage } from './catalogue-page.service.js';
import { InstallationQueries } from './installation.queries.js';
import { StatusPageController } from './status-page.controller.js';
import { PeopleListController } from './people-list.controller.js';
import { PersonController } from './person.controller.js';
import { RoleRequestsController } from './role-requests.controller.js';
import { PersonPage } from './person-page.service.js';

/** Pages of administrators: agencies, people and their roles. */
@Module({
  imports: [CasesModule],
  controllers: [
    AgenciesPageController,
    PeopleListController,
    PersonController,
    RoleRequestsController,
    CataloguePageController,
    StatusPageController,
  ],
  providers: [AdminHistory, AgencyForms, CataloguePage, InstallationQueries, PersonPage],
})
export class AdminPagesModule {}
