import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  AdministeredPeople,
  CurrentActor,
  OpenWork,
  PeopleQueries,
  PeopleService,
  Permit,
  type Actor,
} from '#identity';
import { newId, parseId, type AgencyId, type PersonId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { decodeCursor, linkNext, pageOf } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { DeactivationDto, PeopleQueryDto, PersonDto } from './dto/people.dto.js';
import { presentPerson } from './session.presenter.js';

/** People: to name witnesses and officers, and to administer them. */
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly queries: PeopleQueries,
    private readonly people: PeopleService,
    private readonly administered: AdministeredPeople,
    private readonly openWork: OpenWork,
    private readonly unitOfWork: UnitOfWork,
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

  /** What this person must hand over, count, decide or finish before the account is closed. */
  @Get(':id/open-work')
  @Permit('people.manage')
  async work(@CurrentActor() actor: Actor, @Param('id') id: string) {
    const person = await this.administered.one(actor, parseId<PersonId>(id, '/id'));
    return { items: await this.unitOfWork.run((tx) => this.openWork.of(tx, person.id)), next: null };
  }

  /** 409 `open-work` while something is left, unless `despiteOpenWork` is true; the answer lists what was left. */
  @Post(':id/deactivation')
  @Permit('people.manage')
  async deactivate(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: DeactivationDto,
    @Res() response: Response,
  ): Promise<void> {
    const given = {
      person: parseId<PersonId>(id, '/id'),
      reason: body.reason,
      despiteOpenWork: body.despiteOpenWork === true,
    };
    answer(response, await this.people.deactivate(commandOf(actor, write, body), actor, given));
  }
}
