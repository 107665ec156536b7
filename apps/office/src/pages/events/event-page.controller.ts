import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SiteService, StagingService } from '#destruction';
import { Permit } from '#identity';
import { parseId, type EventId, type LotId } from '#kernel';
import type { Outcome } from '#ledger';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { LineResultDto, StagingDto } from '../../events/dto/site.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { EventPage, type FormName } from './event-page.service.js';
import { resultIn, stagingIn } from './event-forms.js';

const one = { kind: 'event', param: 'id' } as const;
interface Asked {
  readonly event: EventId;
  readonly body: FormValues;
  readonly form: FormName;
}

/** One event at the site: goods out of the store, results line by line. */
@ApiExcludeController()
@Controller('events/:id')
export class EventPageController {
  constructor(
    private readonly page: EventPage,
    private readonly staging: StagingService,
    private readonly site: SiteService,
  ) {}

  @Get()
  @Permit('event.read', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<EventId>(id));
  }

  @Post('staging')
  @Permit('event.stage', one)
  stage(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    return this.does(request, response, { event, body, form: 'staging' }, async () => {
      const { lines } = await this.page.load(request, event);
      const asked = await checked(StagingDto, stagingIn(body, lines));
      const counted = asked.lines.map((line) => ({
        lot: parseId<LotId>(line.lot),
        staged: line.staged,
        ...given(line, 'short', 'reason'),
      }));
      return this.staging.stage(formCommand(request, body, asked), event, counted);
    });
  }

  @Post('lines/:lot')
  @Permit('event.record', one)
  record(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param() { id, lot }: { id: string; lot: string },
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    return this.does(request, response, { event, body, form: `line-${lot}` }, async () => {
      const { lines } = await this.page.load(request, event);
      const asked = await checked(LineResultDto, resultIn(body, lines, lot));
      const result = { lot: parseId<LotId>(lot), destroyed: asked.destroyed };
      const rest = given(asked, 'returned', 'missing', 'netKg', 'reason');
      return this.site.record(formCommand(request, body, asked), event, { ...result, ...rest });
    });
  }

  private does(
    request: PageRequest,
    response: Response,
    { event, body, form }: Asked,
    act: () => Promise<Outcome<unknown>>,
  ): Promise<void> {
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${event}`, outcome),
      again: (error) => this.page.show(request, response, event, { error, values: body, form }),
    });
  }
}
