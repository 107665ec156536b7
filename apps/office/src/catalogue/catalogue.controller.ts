import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { CatalogueService, type OverrideRequest } from '#catalogue';
import { CurrentActor, Permit, type Actor } from '#identity';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { given } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { catalogueView } from './catalogue.presenter.js';
import { OverrideDto } from './dto/catalogue.dto.js';

/** Categories, units and methods, and what this installation changes in them. */
@Controller('api/v1/catalogue')
export class CatalogueController {
  constructor(private readonly catalogue: CatalogueService) {}

  @Get()
  @Permit('catalogue.read')
  async read() {
    return catalogueView(await this.catalogue.fresh(), this.catalogue.rulePack());
  }

  @Post('overrides')
  @Permit('catalogue.override')
  async override(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: OverrideDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body, body.id);
    answer(response, await this.catalogue.override(command, requestOf(body)));
  }
}

function requestOf(body: OverrideDto): OverrideRequest {
  const { kind, action } = body;
  const reason = given(body, 'reason');
  return action === 'put'
    ? { kind, action, row: body.row ?? {}, ...reason }
    : { kind, action, code: body.code ?? '', ...reason };
}
