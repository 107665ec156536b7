import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { DomainError } from '#kernel';
import type { Response } from 'express';
import { csvOf, sendCsv } from '../lists/csv.js';
import { columns } from '../seizures/registration-lines.js';
import { formErrors } from '../shell/form-errors.js';
import { submit } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { filesIn } from '../shell/upload-form.js';
import { ImportPages } from './import-page.service.js';
import { readSheetFile, sheetLimits } from './sheet-file.js';

/** Lists of goods from a spreadsheet: upload, dry run with columns to choose, taking over into the draft. */
@ApiExcludeController()
@Controller('seizures')
export class ImportController {
  constructor(
    private readonly shell: Shell,
    private readonly pages: ImportPages,
  ) {}

  /** The columns as a file to fill in. */
  @Get('import-template.csv')
  @Permit('seizure.register')
  template(@Req() request: PageRequest, @Res() response: Response): void {
    const { t } = this.shell.words(request);
    sendCsv(
      response,
      'goods',
      csvOf(
        columns.map((column) => t(`grid.${column}`)),
        [],
      ),
    );
  }

  @Get('drafts/:id/import')
  @Permit('seizure.register')
  form(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, id);
  }

  @Post('drafts/:id/import')
  @Permit('seizure.register')
  upload(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return submit(response, () => this.receive(request, id), {
      to: () => `/seizures/drafts/${id}/import/check`,
      again: (error) => this.draw(request, response, id, error),
    });
  }

  @Get('drafts/:id/import/check')
  @Permit('seizure.register')
  async check(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    const draft = await this.pages.draft(request, id);
    if (draft.sheet === undefined) response.redirect(303, `/seizures/new?draft=${draft.id}`);
    else await this.pages.check(request, response, { id: draft.id, sheet: draft.sheet });
  }

  /** `do`: other columns, take over the good rows, or all. */
  @Post('drafts/:id/import/check')
  @HttpCode(200)
  @Permit('seizure.register')
  async take(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    const draft = await this.pages.draft(request, id);
    const shown = { id: draft.id, sheet: draft.sheet ?? [], values };
    if (draft.sheet !== undefined && text(values, 'do') === 'columns') {
      return this.pages.check(request, response, shown);
    }
    return submit(response, () => this.pages.take(request, draft.id, values), {
      to: (count) => `/seizures/new?draft=${draft.id}&imported=${count}`,
      again: (error) => this.pages.check(request, response, { ...shown, error }),
    });
  }

  private async receive(request: PageRequest, id: string): Promise<void> {
    await this.pages.draft(request, id);
    const [bytes] = (await filesIn(request)).files;
    if (bytes === undefined) {
      throw new DomainError('invalid', 'request.invalid', {}, [
        { pointer: '/file', code: 'record.no-paper' },
      ]);
    }
    await this.pages.laySheet(request, id, await readSheetFile(bytes));
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: string,
    error?: DomainError,
  ): Promise<void> {
    const draft = await this.pages.draft(request, id);
    await this.shell.send(request, response, 'imports/upload', {
      id: draft.id,
      limit: sheetLimits.rows,
      fields: {},
      ...(error && formErrors(error, this.shell.words(request), () => 'file')),
    });
  }
}
