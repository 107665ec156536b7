import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { SiteService } from '#destruction';
import { Permit } from '#identity';
import { DomainError, parseId, type EventId, type Instant, type LotId, type Sha256 } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { StatementDto } from '../../events/dto/site.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { statementIn } from './event-forms.js';
import { EventPage } from './event-page.service.js';

const one = { kind: 'event', param: 'id' } as const;

/** What a witness states: written, looked at once more with the hash that it binds, recorded. */
@ApiExcludeController()
@Controller('events/:id/statement')
export class StatementController {
  constructor(
    private readonly shell: Shell,
    private readonly page: EventPage,
    private readonly site: SiteService,
  ) {}

  /** `do=state` records; anything else is the page to check, with what was typed. */
  @Post()
  @HttpCode(200)
  @Permit('event.witness', one)
  witness(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const event = parseId<EventId>(id);
    const wish = text(body, 'do');
    if (wish === 'edit') return this.page.show(request, response, event, { values: body, form: 'statement' });
    return wish === 'state'
      ? this.state(request, response, event, body)
      : this.check(request, response, event, body);
  }

  /** One's own statement as it is recorded; throws `missing` `form.no-statement`. */
  @Get()
  @Permit('event.witness', one)
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const words = this.shell.words(request);
    const event = await this.page.load(request, parseId<EventId>(id));
    const { person } = request.session.actor;
    const own = event.statements.filter((each) => each.person.id === person).at(-1);
    if (!own) throw new DomainError('missing', 'form.no-statement');
    const codes = new Map(event.lines.map(({ lot, code }) => [lot, code]));
    await this.shell.send(request, response, 'events/stated', {
      event,
      site: await this.page.siteOf(event),
      statement: own,
      when: words.time(own.recorded as Instant),
      from: words.time(own.from as Instant),
      to: words.time(own.to as Instant),
      lots: own.lines.map((lot) => codes.get(lot) ?? lot),
      done: queryText(request, 'done'),
    });
  }

  private async check(
    request: PageRequest,
    response: Response,
    event: EventId,
    body: FormValues,
  ): Promise<void> {
    try {
      await this.asked(request, event, body);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      response.status(422);
      return this.page.show(request, response, event, { error, values: body, form: 'statement' });
    }
    return this.page.show(request, response, event, { values: body, form: 'check' });
  }

  private state(request: PageRequest, response: Response, event: EventId, body: FormValues): Promise<void> {
    const act = async () => {
      const asked = await this.asked(request, event, body);
      return this.site.witness(formCommand(request, body, asked), event, {
        statement: asked.statement,
        from: toInstant(asked.from),
        to: toInstant(asked.to),
        lines: asked.lines.map((lot) => parseId<LotId>(lot)),
        sha256: asked.sha256 as Sha256,
      });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/events/${event}/statement`, outcome),
      again: (error) => this.page.show(request, response, event, { error, values: body, form: 'statement' }),
    });
  }

  private async asked(request: PageRequest, event: EventId, body: FormValues): Promise<StatementDto> {
    const { lines } = await this.page.load(request, event);
    return checked(StatementDto, statementIn(body, lines));
  }
}
