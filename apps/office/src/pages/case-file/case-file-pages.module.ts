import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { CasesPagesModule } from '../cases/cases-pages.module.js';
import { LotsPagesModule } from '../lots/lots-pages.module.js';
import { CaseFileController } from './case-file.controller.js';
import { CaseFileQueries } from './case-file.queries.js';
import { CaseFile } from './case-file.service.js';

/** Everything of one case on one page. */
@Module({
  imports: [CasesModule, CasesPagesModule, LotsPagesModule],
  controllers: [CaseFileController],
  providers: [CaseFile, CaseFileQueries],
})
export class CaseFilePagesModule {}
