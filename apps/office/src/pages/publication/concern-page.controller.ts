import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AgencyQueries, PeopleQueries, Permit } from '#identity';
import { parseId, type Brand, type DomainError } from '#kernel';
import { ConcernQueries, ConcernService } from '#publication';
import type { Response } from 'express';
import { clean } from '../../common/clean.js';
import { formErrors } from '../shell/form-errors.js';
import { submit } from '../shell/form-page.js';
import { refuseFields, text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

type ConcernId = Brand<string, 'concern'>;
const longestNote = 2000;
const control = /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** One concern: what was reported, who answers for it, what came of it. */
@ApiExcludeController()
@Controller('concerns/:id')
export class ConcernPageController {
  constructor(
    private readonly shell: Shell,
    private readonly queries: ConcernQueries,
    private readonly concerns: ConcernService,
    private readonly agencies: AgencyQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Get()
  @Permit('concern.read')
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, parseId<ConcernId>(id));
  }

  @Post('handled')
  @Permit('concern.handle')
  handle(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const id = parseId<ConcernId>(typed);
    const act = () => {
      const note = clean(text(body, 'note'));
      if (note === '' || note.length > longestNote || control.test(note))
        refuseFields([
          { pointer: '/note', code: 'concerns.note-missing', facts: { limit: String(longestNote) } },
        ]);
      return this.concerns.handle(request.session.actor, id, note);
    };
    return submit(response, async () => act(), {
      to: () => `/concerns/${id}?done=handled`,
      again: (error) => this.draw(request, response, id, { error, values: body }),
    });
  }

  @Post('agency')
  @Permit('concern.handle')
  passOn(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const id = parseId<ConcernId>(typed);
    return submit(response, () => this.concerns.passOn(request.session.actor, id, text(body, 'agency')), {
      to: () => '/concerns?passed=1',
      again: (error) => this.draw(request, response, id, { error, values: body }),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: ConcernId,
    again?: { readonly error: DomainError; readonly values: FormValues },
  ): Promise<void> {
    const words = this.shell.words(request);
    const concern = await this.queries.one(request.session.actor, id);
    const agencies = await this.agencies.all();
    const name = (code: string | undefined) => agencies.find((one) => one.code === code)?.names;
    const inCharge = name(concern.agency);
    const [handler] = concern.handled ? await this.people.byId(undefined, [concern.handled.by]) : [];
    await this.shell.send(request, response, 'publication/concern', {
      concern,
      handler: handler?.name,
      inCharge: inCharge && words.name(inCharge),
      agencies: agencies.map(({ code, names }) => ({ value: code, text: words.name(names) })),
      done: queryText(request, 'done'),
      values: {},
      fields: {},
      ...(again && {
        values: again.values,
        ...formErrors(again.error, words, (pointer) => pointer.slice(1)),
      }),
    });
  }
}
