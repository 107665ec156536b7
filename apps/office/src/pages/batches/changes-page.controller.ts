import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { BatchQueries } from '#batches';
import { Permit } from '#identity';
import { DomainError, parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { changesShown } from './changes-shown.js';

/** What each frozen version of a list changed against the one before, for everybody who decides on it. */
@ApiExcludeController()
@Controller('batches/:id/changes')
export class ChangesPageController {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly queries: BatchQueries,
  ) {}

  /** `version` = the later one of the two; the newest where absent. */
  @Get()
  @Permit('batch.read', { kind: 'batch', param: 'id' })
  async show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') param: string,
  ): Promise<void> {
    const id = parseId<BatchId>(param);
    const words = this.shell.words(request);
    const batch = await this.batches.one(request.session.actor, id);
    const asked = queryText(request, 'version') ?? String(batch.version);
    if (!/^[1-9]\d{0,8}$/.test(asked)) throw new DomainError('missing', 'batch.version-unknown');
    const version = Number(asked);
    const changes = version === 1 ? undefined : await this.queries.difference(id, version);
    await this.shell.send(request, response, 'batches/changes', {
      batch,
      version,
      versions: Array.from({ length: batch.version }, (_, i) => i + 1),
      ...(changes && { changes: changesShown(changes, words) }),
    });
  }
}
