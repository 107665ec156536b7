import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentActor, PeopleQueries, PeopleService, Permit, type Actor } from '#identity';
import { newId, parseId, type AgencyId, type PersonId } from '#kernel';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { decodeCursor, linkNext, pageOf } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { PeopleQueryDto, PersonDto, ReasonDto } from './dto/people.dto.js';
import { presentPerson } from './session.presenter.js';

/** People: to name witnesses and officers, and to administer them. */
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly people: PeopleService,
  ) {}

  @Get()
  @Permit('people.read')
  async list(
    @Query() { role, agency, limit, cursor }: PeopleQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const after = decodeCursor(cursor, 1)?.[0];
    const rows = await this.queries.find({
      limit,
      ...(role && { role }),
      ...(agency && { agency }),
      ...(after && { after }),
    });
    const page = pageOf(rows, limit, ({ username }) => [username]);
    linkNext(request, response, page.next);
    return { items: page.items.map(presentPerson), next: page.next };
  }

  @Post()
  @Permit('people.manage')
  async add(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: PersonDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = body.id === undefined ? newId<PersonId>() : parseId<PersonId>(body.id, '/id');
    const agency = body.agency === undefined ? actor.agency : parseId<AgencyId>(body.agency, '/agency');
    // The password stays out of the request's fingerprint: a plain hash over it could be guessed.
    const { password, ...asked } = body;
    const command = commandOf(actor, write, asked as PersonDto, id);
    const { username, name } = body;
    answer(response, await this.people.addPerson(command, actor, { id, agency, username, name, password }));
  }

  @Post(':id/deactivation')
  @Permit('people.manage')
  async deactivate(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: ReasonDto,
    @Res() response: Response,
  ): Promise<void> {
    const given = { person: parseId<PersonId>(id, '/id'), reason: body.reason };
    answer(response, await this.people.deactivate(commandOf(actor, write, body), actor, given));
  }
}
