import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type SeizureId } from '#kernel';
import { ConfirmationService, RegistrationService } from '#seizures';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { linkNext } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { WriteDto } from '../common/write.dto.js';
import { RegisterSeizureDto, SeizuresQuery } from './dto/seizure.dto.js';
import { seizureRequestOf } from './seizure-request.js';
import { SeizurePresenter } from './seizure.presenter.js';

/** Seizures: registration by one officer, confirmation by another, search and one. */
@Controller('api/v1/seizures')
export class SeizureController {
  constructor(
    private readonly registrations: RegistrationService,
    private readonly confirmations: ConfirmationService,
    private readonly presenter: SeizurePresenter,
  ) {}

  @Post()
  @Permit('seizure.register')
  async register(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: RegisterSeizureDto,
    @Res() response: Response,
  ): Promise<void> {
    const request = seizureRequestOf(body);
    const command = commandOf(actor, write, body, request.id);
    answer(response, await this.registrations.register(command, request));
  }

  @Post(':id/confirmation')
  @Permit('seizure.confirm', { kind: 'seizure', param: 'id' })
  async confirm(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: WriteDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    answer(response, await this.confirmations.confirm(command, parseId<SeizureId>(id)));
  }

  @Get()
  @Permit('seizure.read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: SeizuresQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.presenter.page(actor, query);
    linkNext(request, response, page.next);
    return page;
  }

  @Get(':id')
  @Permit('seizure.read', { kind: 'seizure', param: 'id' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.presenter.one(actor, parseId<SeizureId>(id));
  }
}
