import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  CurrentActor,
  PasskeyCeremonies,
  PasskeyQueries,
  PasskeysService,
  Permit,
  type Actor,
} from '#identity';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { PasskeyDto, PasskeyOptionsDto } from './dto/sessions.dto.js';

/** One's own passkeys. */
@Controller('api/v1/passkeys')
export class PasskeysController {
  constructor(
    private readonly queries: PasskeyQueries,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly passkeys: PasskeysService,
  ) {}

  @Get()
  @Permit('passkey.manage')
  async list(@CurrentActor() actor: Actor) {
    return { items: await this.queries.of(actor.person), next: null };
  }

  /** What a browser hands to `navigator.credentials.create`; good for 5 minutes and one answer. */
  @Post('options')
  @HttpCode(200)
  @Permit('passkey.manage')
  async options(
    @CurrentActor() actor: Actor,
    @Body() { password }: PasskeyOptionsDto,
    @Req() { ip }: Request,
  ) {
    return { ...(await this.ceremonies.enrolment(actor, { password, address: ip ?? 'unknown' })) };
  }

  @Post()
  @Permit('passkey.manage')
  async enrol(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: PasskeyDto,
    @Res() response: Response,
  ): Promise<void> {
    const { name, credential, clientDataJSON, attestationObject, transports = [] } = body;
    const given = { name, credential, clientDataJSON, attestationObject, transports };
    answer(response, await this.passkeys.enrol(commandOf(actor, write, body), actor, given));
  }

  @Delete(':credential')
  @Permit('passkey.manage')
  async remove(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('credential') credential: string,
    @Res() response: Response,
  ): Promise<void> {
    answer(response, await this.passkeys.remove(commandOf(actor, write, {}), actor, credential));
  }
}
