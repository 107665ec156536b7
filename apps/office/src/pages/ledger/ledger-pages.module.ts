import { Module } from '@nestjs/common';
import { Directory } from '../../common/directory.js';
import { LedgerPageController } from './ledger-page.controller.js';
import { LedgerSearches } from './ledger-search.queries.js';

/** The ledger as auditors read it. */
@Module({ controllers: [LedgerPageController], providers: [Directory, LedgerSearches] })
export class LedgerPagesModule {}
