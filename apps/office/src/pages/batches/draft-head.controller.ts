import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangeService, DraftService, type DraftContent } from '#batches';
import { Permit } from '#identity';
import { parseId, type BatchId, type DomainError } from '#kernel';
import type { Response } from 'express';
import { draftOf } from '../../batches/batch-request.js';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { BatchDto } from '../../batches/dto/batch.dto.js';
import { formErrors } from '../shell/form-errors.js';
import { keyOf, newKey, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { headField, headIn, siteRows, valuesOf } from './draft-form.js';
import { DraftView } from './draft-view.service.js';

interface Shown {
  readonly id?: BatchId;
  readonly values: FormValues;
  readonly more?: number;
  readonly error?: DomainError;
}

/** Title, method and sites of a list: of a new one, and of one in the making. */
@ApiExcludeController()
@Controller('batches')
export class DraftHeadController {
  constructor(
    private readonly shell: Shell,
    private readonly view: DraftView,
    private readonly batches: BatchPresenter,
    private readonly drafts: DraftService,
    private readonly changes: ChangeService,
  ) {}

  @Get('new')
  @Permit('batch.draft')
  create(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, { values: { key: newKey(), method: 'mixed' } });
  }

  @Post('new')
  @HttpCode(200)
  @Permit('batch.draft')
  make(@Req() request: PageRequest, @Res() response: Response, @Body() body: FormValues = {}): Promise<void> {
    const { actor } = request.session;
    const values = { ...body, key: keyOf(body) };
    if (text(body, 'do') === 'sites') return this.draw(request, response, { values, more: 2 });
    const act = async () => {
      const who = { agency: actor.agency, coordinator: actor.person };
      const id = values.key as string as BatchId;
      await this.drafts.create(who, id, await contentIn(body));
      return id;
    };
    return submit(response, act, {
      to: (id) => `/batches/${id}/lots`,
      again: (error) => this.draw(request, response, { values, error }),
    });
  }

  @Get(':id/edit')
  @Permit('batch.draft', { kind: 'batch', param: 'id' })
  async edit(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const batch = parseId<BatchId>(id);
    const head = await this.batches.one(request.session.actor, batch);
    await this.draw(request, response, { id: batch, values: valuesOf(head) });
  }

  @Post(':id/edit')
  @HttpCode(200)
  @Permit('batch.draft', { kind: 'batch', param: 'id' })
  change(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') param: string,
    @Body() values: FormValues = {},
  ): Promise<void> {
    const id = parseId<BatchId>(param);
    if (text(values, 'do') === 'sites') return this.draw(request, response, { id, values, more: 2 });
    const act = async () => {
      const { title, method, sites } = await contentIn(values);
      const { agency } = request.session.actor;
      await this.changes.edit(id, { agency, change: (now) => ({ ...now, title, method, sites }) });
    };
    return submit(response, act, {
      to: () => `/batches/${id}/lots?saved=1`,
      again: (error) => this.draw(request, response, { id, values, error }),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    { id, values, more = 0, error }: Shown,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { rowOf } = headIn(values);
    const saved = id === undefined ? undefined : await this.batches.one(request.session.actor, id);
    await this.shell.send(request, response, 'batches/draft-head', {
      id,
      key: text(values, 'key'),
      reference: saved?.reference,
      values: { title: text(values, 'title') },
      sites: siteRows(values, more),
      methods: this.view
        .methods(words)
        .map((one) => ({ ...one, selected: one.value === text(values, 'method') })),
      fields: {},
      ...(error && formErrors(error, words, (pointer) => headField(pointer, rowOf))),
    });
  }
}

/** Title, method and sites by the rules of the interface; throws `invalid` as that does. */
async function contentIn(values: FormValues): Promise<DraftContent> {
  const { title, method, sites } = headIn(values);
  return draftOf(await checked(BatchDto, { title, method, sites, lots: [] }));
}
