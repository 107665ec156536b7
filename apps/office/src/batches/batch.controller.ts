import { Body, Controller, Get, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { BatchQueries, ChangeService, DraftService, snapshotBytes, type DraftContent } from '#batches';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import { DomainError, newId, parseId, type BatchId } from '#kernel';
import { negotiateLanguage } from '#platform';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { linkNext } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { draftOf } from './batch-request.js';
import { BatchPresenter, warningsShown } from './batch.presenter.js';
import { BatchDto, BatchesQuery, SnapshotQuery } from './dto/batch.dto.js';

/** Lists of goods to destroy: in the making, and as frozen. */
@Controller('api/v1/batches')
export class BatchController {
  constructor(
    private readonly drafts: DraftService,
    private readonly changes: ChangeService,
    private readonly batches: BatchQueries,
    private readonly presenter: BatchPresenter,
    private readonly access: Access,
  ) {}

  @Post()
  @Permit('batch.draft')
  async create(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: BatchDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = parseId<BatchId>(body.id ?? write.key ?? newId(), '/id');
    const content = await this.visible(actor, draftOf(body));
    const who = { agency: actor.agency, coordinator: actor.person };
    const { saved, repeated } = await this.drafts.create(who, id, content);
    response.status(repeated ? 200 : 201).json(withSentences(saved, response));
  }

  @Put(':id')
  @Permit('batch.draft', { kind: 'batch', param: 'id' })
  async replace(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') param: string,
    @Body() body: BatchDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = parseId<BatchId>(param);
    if (body.id !== undefined && body.id.toLowerCase() !== id) {
      throw new DomainError('invalid', 'batch.other-id', {}, [{ pointer: '/id', code: 'batch.other-id' }]);
    }
    const content = await this.visible(actor, draftOf(body));
    const changed = await this.changes.change(commandOf(actor, write, body), id, content);
    if (!changed.reopened) {
      response.status(200).json(withSentences(changed.saved, response));
      return;
    }
    const { reopened } = changed;
    answer(response, { ...reopened, result: withSentences(reopened.result, response) }, 200);
  }

  @Get()
  @Permit('batch.read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: BatchesQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.presenter.page(actor, query);
    linkNext(request, response, page.next);
    return page;
  }

  @Get(':id')
  @Permit('batch.read', { kind: 'batch', param: 'id' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.presenter.one(actor, parseId<BatchId>(id));
  }

  /** The frozen list in exactly the bytes (RFC 8785) whose SHA-256 is the snapshot; the hash is the ETag. */
  @Get(':id/snapshot')
  @Permit('batch.read', { kind: 'batch', param: 'id' })
  async snapshot(
    @Param('id') id: string,
    @Query() { version }: SnapshotQuery,
    @Res() response: Response,
  ): Promise<void> {
    const asked = version === undefined ? undefined : Number(version);
    const { list, snapshot } = await this.batches.snapshot(parseId<BatchId>(id), asked);
    response.setHeader('ETag', `"${snapshot}"`);
    response.type('application/json').send(Buffer.from(snapshotBytes(list)));
  }

  /** Lots that the person may not see are refused as unknown before anything is said about them. */
  private async visible(actor: Actor, content: DraftContent): Promise<DraftContent> {
    const lots = content.lots.map(({ lot }) => lot);
    await this.access.require(actor, 'batch.draft', 'lot', lots);
    return content;
  }
}

function withSentences<T extends { readonly warnings: Parameters<typeof warningsShown>[0] }>(
  result: T,
  response: Response,
) {
  const language = negotiateLanguage(response.req.headers['accept-language']);
  return { ...result, warnings: warningsShown(result.warnings, language) };
}
