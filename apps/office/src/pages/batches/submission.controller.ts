import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BatchQueries, SubmissionService } from '#batches';
import { Permit } from '#identity';
import { DomainError, parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { formCommand, newKey, submit } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { changesShown } from './changes-shown.js';
import { DraftView } from './draft-view.service.js';
import { totalsByUnit } from './batch-shown.js';

const one = { kind: 'batch', param: 'id' } as const;

/** The last look at a list before it is frozen, the submission, and the receipt of it. */
@ApiExcludeController()
@Controller('batches/:id')
export class SubmissionController {
  constructor(
    private readonly shell: Shell,
    private readonly view: DraftView,
    private readonly submissions: SubmissionService,
    private readonly batches: BatchPresenter,
    private readonly queries: BatchQueries,
  ) {}

  @Get('check')
  @Permit('batch.submit', one)
  check(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, parseId<BatchId>(id));
  }

  @Post('submission')
  @Permit('batch.submit', one)
  submit(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    return submit(response, () => this.submissions.submit(formCommand(request, body, {}), batch), {
      to: (outcome) => `/batches/${batch}/receipt?done=${outcome.entry.seq}`,
      again: (error) => this.draw(request, response, batch, error),
    });
  }

  @Get('receipt')
  @Permit('batch.submit', one)
  async receipt(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    const words = this.shell.words(request);
    const batch = await this.batches.one(request.session.actor, parseId<BatchId>(id));
    const { list } = await this.queries.snapshot(parseId<BatchId>(id));
    await this.shell.send(request, response, 'batches/receipt', {
      batch,
      done: queryText(request, 'done'),
      lots: list.lines.length,
      totals: totalsByUnit(batch.totals ?? [], words),
    });
  }

  private async draw(request: PageRequest, response: Response, id: BatchId, error?: DomainError) {
    const words = this.shell.words(request);
    const { summary, preview, notesOf } = await this.view.load(request, id);
    const { list, draft, totals, changes } = preview;
    const lines = [...list.lines].sort((a, b) => (a.code < b.code ? -1 : 1));
    await this.shell.send(request, response, 'batches/check', {
      summary,
      key: newKey(),
      sites: draft.sites.map((site) => ({
        ...site,
        lots: lines.filter((line) => line.site === site.code).length,
      })),
      totals: totals.map(({ category, base }) => ({
        category: words.category(category),
        quantity: words.quantity(base),
      })),
      mended: lines.flatMap(({ lot, code }) => notesOf(lot).map((note) => ({ code, ...note }))),
      lines: lines.map((line) => ({
        code: line.code,
        category: words.category(line.category),
        description: line.description,
        quantity: words.quantity(line.quantity),
        site: draft.sites.find(({ code }) => code === line.site)?.name ?? line.site,
        method: words.method(line.method),
      })),
      ...(changes && { changes: changesShown(changes, words) }),
      fields: {},
      ...(error && formErrors(error, words, () => undefined)),
    });
  }
}
