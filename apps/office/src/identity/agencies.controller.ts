import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { AgencyQueries, AgencyService, CurrentActor, PeopleService, Permit, type Actor } from '#identity';
import { newId, parseId, type AgencyId } from '#kernel';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { AgencyChangeDto, AgencyDto } from './dto/people.dto.js';
import { presentAgency } from './session.presenter.js';

/** Agencies and their functions. */
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(
    private readonly queries: AgencyQueries,
    private readonly people: PeopleService,
    private readonly agencies: AgencyService,
  ) {}

  @Get()
  @Permit('agency.read')
  async list() {
    return { items: (await this.queries.all()).map(presentAgency), next: null };
  }

  @Post()
  @Permit('agency.manage')
  async add(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: AgencyDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = body.id === undefined ? newId<AgencyId>() : parseId<AgencyId>(body.id, '/id');
    const { code, functions } = body;
    const names = { zh: body.names.zh, en: body.names.en };
    const command = commandOf(actor, write, body, id);
    answer(response, await this.people.addAgency(command, actor, { id, code, names, functions }));
  }

  /** Other names or functions, by the administrator of the installation; the code stays. */
  @Post(':id/changes')
  @Permit('agency.manage')
  async change(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: AgencyChangeDto,
    @Res() response: Response,
  ): Promise<void> {
    const { names, functions, reason } = body;
    const given = {
      agency: parseId<AgencyId>(id, '/id'),
      names: { zh: names.zh, en: names.en },
      functions,
      reason,
    };
    answer(response, await this.agencies.change(commandOf(actor, write, body), actor, given));
  }
}
