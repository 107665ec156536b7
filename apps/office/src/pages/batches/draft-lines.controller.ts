import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangeService, type DraftContent } from '#batches';
import { Permit } from '#identity';
import { parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { submit } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { lineRowsIn, withRows } from './basket.js';
import { DraftLinesPage } from './draft-lines.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** The lines of a list in the making: amount, site and method of each, and which leave it. */
@ApiExcludeController()
@Controller('batches/:id/lines')
export class DraftLinesController {
  constructor(
    private readonly page: DraftLinesPage,
    private readonly changes: ChangeService,
  ) {}

  @Get()
  @Permit('batch.draft', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<BatchId>(id));
  }

  @Post()
  @Permit('batch.draft', one)
  save(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const rows = lineRowsIn(body);
    let asked: DraftContent | undefined;
    const act = () =>
      this.changes.edit(batch, {
        agency: request.session.actor.agency,
        change: (now) => (asked = withRows(now, rows)),
      });
    return submit(response, act, {
      to: () => `/batches/${batch}/lines?${this.page.placeOf(request)}saved=1`,
      again: (error) =>
        this.page.show(request, response, batch, {
          error,
          rows,
          lots: asked?.lots.map(({ lot }) => lot) ?? [],
        }),
    });
  }
}
