import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { EndingService, PlanService } from '#destruction';
import { CurrentActor, Permit, type Actor } from '#identity';
import { newId, parseId, type BatchId, type EventId, type LotId, type PersonId } from '#kernel';
import { negotiateLanguage, toInstant } from '#platform';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { clean } from '../common/clean.js';
import { linkNext } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { ClosureDto, EventQuery, EventsQuery, PlanEventDto, PostponementDto } from './dto/event.dto.js';
import { CancellationDto } from './dto/site.dto.js';
import { EventPresenter } from './event.presenter.js';

/** Destruction events as a whole: planned, moved, called off, closed; a list and one. */
@Controller('api/v1')
export class EventController {
  constructor(
    private readonly plans: PlanService,
    private readonly endings: EndingService,
    private readonly presenter: EventPresenter,
  ) {}

  @Post('batches/:id/events')
  @Permit('event.plan', { kind: 'batch', param: 'id' })
  async plan(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: PlanEventDto,
    @Res() response: Response,
  ): Promise<void> {
    const request = {
      id: body.id ? parseId<EventId>(body.id, '/id') : newId<EventId>(),
      site: body.site,
      startsAt: toInstant(body.startsAt),
      lead: parseId<PersonId>(body.lead, '/lead'),
      witnesses: body.witnesses.map((one, index) => parseId<PersonId>(one, `/witnesses/${index}`)),
    };
    const command = commandOf(actor, write, body, request.id);
    answer(response, await this.plans.plan(command, parseId<BatchId>(id), request));
  }

  @Post('events/:id/postponement')
  @Permit('event.postpone', { kind: 'event', param: 'id' })
  async postpone(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: PostponementDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = { startsAt: toInstant(body.startsAt), reason: clean(body.reason) };
    const command = commandOf(actor, write, body);
    answer(response, await this.endings.postpone(command, parseId<EventId>(id), asked));
  }

  @Post('events/:id/cancellation')
  @Permit('event.cancel', { kind: 'event', param: 'id' })
  async cancel(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: CancellationDto,
    @Res() response: Response,
  ): Promise<void> {
    const lines = (body.lines ?? []).map(({ lot, ...line }, index) => ({
      ...line,
      lot: parseId<LotId>(lot, `/lines/${index}/lot`),
    }));
    const asked = { reason: clean(body.reason), lines };
    const command = commandOf(actor, write, body);
    answer(response, await this.endings.cancel(command, parseId<EventId>(id), asked));
  }

  @Post('events/:id/closure')
  @Permit('event.close', { kind: 'event', param: 'id' })
  async close(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: ClosureDto,
    @Res() response: Response,
  ): Promise<void> {
    answer(response, await this.endings.close(commandOf(actor, write, body), parseId<EventId>(id)));
  }

  @Get('events')
  @Permit('event.read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: EventsQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.presenter.page(actor, query);
    linkNext(request, response, page.next);
    return page;
  }

  @Get('events/:id')
  @Permit('event.read', { kind: 'event', param: 'id' })
  one(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: EventQuery,
    @Headers('accept-language') languages?: string,
  ) {
    const only = query.lines?.map((lot) => parseId<LotId>(lot, '/lines'));
    return this.presenter.one(parseId<EventId>(id), negotiateLanguage(languages), only, actor.agency);
  }
}
