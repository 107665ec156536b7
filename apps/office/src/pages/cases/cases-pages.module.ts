import { Module } from '@nestjs/common';
import { CasesModule } from '../../cases.module.js';
import { CaseReader } from './case.reader.js';
import { PaperQueries } from './paper.queries.js';
import { RecordFormController } from './record-form.controller.js';
import { RecordForms } from './record-form.service.js';
import { RecordPageController } from './record-page.controller.js';
import { RecordPages } from './record-page.service.js';
import { RecordWriter } from './record-writer.service.js';

/** What happens to a case after its registration: appraisals, decisions, holds and their papers. */
@Module({
  imports: [CasesModule],
  controllers: [RecordFormController, RecordPageController],
  providers: [CaseReader, PaperQueries, RecordForms, RecordPages, RecordWriter],
  exports: [CaseReader],
})
export class CasesPagesModule {}
