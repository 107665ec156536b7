import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { BatchesOfficeModule } from '../batches.module.js';
import { CasesModule } from '../cases.module.js';
import { CustodyOfficeModule } from '../custody/custody-office.module.js';
import { EventsOfficeModule } from '../events/events-office.module.js';
import { AdminPagesModule } from './admin/admin-pages.module.js';
import { AuditPagesModule } from './audit/audit-pages.module.js';
import { AccountPagesModule } from './account/account-pages.module.js';
import { BatchesPagesModule } from './batches/batches-pages.module.js';
import { CaseFilePagesModule } from './case-file/case-file-pages.module.js';
import { CasesPagesModule } from './cases/cases-pages.module.js';
import { CertificatesPagesModule } from './certificates/certificates-pages.module.js';
import { CustodyPagesModule } from './custody/custody-pages.module.js';
import { EventsPagesModule } from './events/events-pages.module.js';
import { LedgerPagesModule } from './ledger/ledger-pages.module.js';
import { CaseListsController } from './lists/case-lists.controller.js';
import { CertificateListController, DisposalListsController } from './lists/disposal-lists.controller.js';
import { LotList } from './lists/lot-list.presenter.js';
import { LotsPagesModule } from './lots/lots-pages.module.js';
import { QueueController } from './queue/queue.controller.js';
import { SeizuresPagesModule } from './seizures/seizures-pages.module.js';
import { PublicationPagesModule } from './publication/publication-pages.module.js';
import { SearchPagesModule } from './search/search-pages.module.js';
import type { OfficePages } from './shell/office-pages.js';
import { ShellModule } from './shell/shell.module.js';
import { SignInController } from './sign-in/sign-in.controller.js';

/** The pages through which people reach everything in a browser; they use the services of the interface. */
@Module({})
export class PagesModule {
  /** `certificates` is the module that the interface uses, so that both sign with one key. */
  static forRoot(pages: OfficePages, certificates: DynamicModule | Type): DynamicModule {
    return {
      module: PagesModule,
      imports: [
        ShellModule.forRoot(pages),
        CasesModule,
        CustodyOfficeModule,
        BatchesOfficeModule,
        EventsOfficeModule,
        SearchPagesModule,
        PublicationPagesModule,
        CasesPagesModule,
        CaseFilePagesModule,
        SeizuresPagesModule,
        AccountPagesModule,
        CertificatesPagesModule,
        AdminPagesModule,
        LedgerPagesModule,
        AuditPagesModule.forRoot(certificates),
        CustodyPagesModule,
        LotsPagesModule,
        BatchesPagesModule.forRoot(certificates),
        EventsPagesModule,
        certificates,
      ],
      controllers: [
        SignInController,
        QueueController,
        CaseListsController,
        DisposalListsController,
        CertificateListController,
      ],
      providers: [LotList],
    };
  }
}
