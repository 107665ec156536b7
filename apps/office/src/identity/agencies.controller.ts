import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { AgencyQueries, CurrentActor, PeopleService, Permit, type Actor } from '#identity';
import { newId, parseId, type AgencyId } from '#kernel';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { AgencyDto } from './dto/people.dto.js';
import { presentAgency } from './session.presenter.js';

/** Agencies and their functions. */
@Controller('api/v1/agencies')
export class AgenciesController {
  constructor(
    private readonly queries: AgencyQueries,
    private readonly people: PeopleService,
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
}
