import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Passwords, Permit } from '#identity';
import { DomainError } from '#kernel';
import type { Response } from 'express';
import type { FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { AccountPage } from './account-page.service.js';

/** Who I am here, until when, and a new password. */
@ApiExcludeController()
@Controller('account')
export class AccountController {
  constructor(
    private readonly passwords: Passwords,
    private readonly page: AccountPage,
  ) {}

  @Get()
  @Permit('me.read')
  show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.page.show(request, response);
  }

  /** Ends every session of the person: the next page is the sign-in page. */
  @Post('password')
  @Permit('password.change')
  async change(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const field = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
    const given = {
      current: field('currentPassword'),
      new: field('newPassword'),
      address: request.ip ?? 'unknown',
    };
    try {
      await this.passwords.change(request.session.actor, given);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.status(422);
      const fieldOf = (pointer: string) => (pointer === '/newPassword' ? 'newPassword' : undefined);
      await this.page.show(request, response, { error, fieldOf });
      return;
    }
    response.redirect(303, '/sign-in?ended=1');
  }
}
