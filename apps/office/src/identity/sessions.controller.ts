import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import {
  CurrentActor,
  CurrentSession,
  PasskeyCeremonies,
  Passwords,
  Permit,
  Public,
  Sessions,
  StepUps,
  type Actor,
  type OpenSession,
} from '#identity';
import { formatInstant } from '#kernel';
import type { Request } from 'express';
import { PasswordDto, SessionDto, StepUpDto, StepUpOptionsDto } from './dto/sessions.dto.js';
import { presentActor } from './session.presenter.js';

/** Log-in, log-out, password, step-ups. */
@Controller('api/v1')
export class SessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly stepUps: StepUps,
    private readonly ceremonies: PasskeyCeremonies,
  ) {}

  @Post('sessions')
  @Public()
  async open(@Body() { username, password }: SessionDto, @Req() request: Request) {
    const { token, actor, endsMs } = await this.sessions.open({
      username,
      password,
      address: addressOf(request),
    });
    return { token, person: presentActor(actor), expiresAt: formatInstant(endsMs) };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @Permit('session.end')
  end(@CurrentSession() session: OpenSession): Promise<void> {
    return this.sessions.end(session);
  }

  @Get('me')
  @Permit('me.read')
  me(@CurrentSession() { actor, endsMs }: OpenSession) {
    return { ...presentActor(actor), expiresAt: formatInstant(endsMs) };
  }

  /** Ends all sessions of the person, this one included. */
  @Post('password')
  @HttpCode(204)
  @Permit('password.change')
  change(@CurrentActor() actor: Actor, @Body() body: PasswordDto, @Req() request: Request): Promise<void> {
    return this.passwords.change(actor, {
      current: body.currentPassword,
      new: body.newPassword,
      address: addressOf(request),
    });
  }

  /** What a browser hands to `navigator.credentials.get` so that a passkey signs the hash; good for one answer. */
  @Post('step-ups/options')
  @HttpCode(200)
  @Permit('step-up.make')
  async options(@CurrentActor() actor: Actor, @Body() body: StepUpOptionsDto) {
    return { ...(await this.ceremonies.signature(actor, body)) };
  }

  /** By the password, or by a passkey that signed the hash. */
  @Post('step-ups')
  @Permit('step-up.make')
  async stepUp(@CurrentActor() actor: Actor, @Body() body: StepUpDto, @Req() request: Request) {
    const { purpose, sha256, password, assertion: answer } = body;
    const given = { purpose, sha256, password, answer, address: addressOf(request) };
    const { stepUp, expiresMs } = await this.stepUps.create(actor, given);
    return { stepUp, expiresAt: formatInstant(expiresMs) };
  }
}

function addressOf(request: Request): string {
  return request.ip ?? 'unknown';
}
