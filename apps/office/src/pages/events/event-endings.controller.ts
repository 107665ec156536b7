import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EndingService } from '#destruction';
import { Permit } from '#identity';
import { parseId, type EventId, type LotId } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { clean } from '../../common/clean.js';
import { PostponementDto } from '../../events/dto/event.dto.js';
import { CancellationDto } from '../../events/dto/site.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, instantIn, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { EventEndingPage } from './event-ending-page.service.js';
import { recountIn } from './event-forms.js';
import { EventPage } from './event-page.service.js';

const one = { kind: 'event', param: 'id' } as const;

/** How an event is put off, called off, or closed for good: a page to check each, the entry, the record. */
@ApiExcludeController()
@Controller('events/:id')
export class EventEndingsController {
  constructor(
    private readonly event: EventPage,
    private readonly page: EventEndingPage,
    private readonly endings: EndingService,
  ) {}

  @Get('postponement')
  @Permit('event.postpone', one)
  askPostponement(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string) {
    return this.page.show(request, response, parseId<EventId>(id), { step: 'postponement' });
  }

  @Post('postponement')
  @Permit('event.postpone', one)
  postpone(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    const act = async () => {
      const typed = { startsAt: instantIn(text(body, 'startsAt')), reason: text(body, 'reason') };
      const asked = await checked(PostponementDto, typed);
      const moved = { startsAt: toInstant(asked.startsAt), reason: clean(asked.reason) };
      return this.endings.postpone(formCommand(request, body, asked), event, moved);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${event}`, outcome),
      again: (error) =>
        this.page.show(request, response, event, { step: 'postponement', error, values: body }),
    });
  }

  @Get('cancellation')
  @Permit('event.cancel', one)
  askCancellation(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string) {
    return this.page.show(request, response, parseId<EventId>(id), { step: 'cancellation' });
  }

  @Post('cancellation')
  @Permit('event.cancel', one)
  cancel(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    const act = async () => {
      const { lines } = await this.event.load(request, event);
      const asked = await checked(CancellationDto, {
        reason: text(body, 'reason'),
        lines: recountIn(body, lines),
      });
      const counted = (asked.lines ?? []).map((line) => ({ ...line, lot: parseId<LotId>(line.lot) }));
      const called = { reason: clean(asked.reason), lines: counted };
      return this.endings.cancel(formCommand(request, body, asked), event, called);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${event}`, outcome),
      again: (error) =>
        this.page.show(request, response, event, { step: 'cancellation', error, values: body }),
    });
  }

  @Get('closure')
  @Permit('event.close', one)
  askClosure(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string) {
    return this.page.show(request, response, parseId<EventId>(id), { step: 'closure' });
  }

  @Post('closure')
  @Permit('event.close', one)
  close(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    return submit(response, () => this.endings.close(formCommand(request, body, {}), event), {
      to: (outcome) => doneAt(`/events/${event}/closure`, outcome),
      again: (error) => this.page.show(request, response, event, { step: 'closure', error, values: body }),
    });
  }
}
