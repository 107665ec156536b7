import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit, Public, requireOwnOrigin, sessionCookie, Sessions } from '#identity';
import { DomainError } from '#kernel';
import type { Request, Response } from 'express';
import { text, type FormValues } from '../shell/form-values.js';
import { keptForm } from '../shell/kept-values.js';
import { OfficePages } from '../shell/office-pages.js';
import { languageOf, ownPath, type PageRequest } from '../shell/page-request.js';

/** The door: a session in a cookie, and the form that an ended session interrupted goes on. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly pages: OfficePages,
  ) {}

  @Get('sign-in')
  @Public()
  form(@Req() request: Request, @Res() response: Response): void {
    const next = ownPath(request.query['next']);
    this.draw(request, response, { values: {}, next, ended: request.query['ended'] === '1' });
  }

  @Post('sign-in')
  @HttpCode(200)
  @Public()
  async open(
    @Req() request: Request,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    requireOwnOrigin(request);
    const username = text(body, 'username');
    const password = typeof body['password'] === 'string' ? body['password'] : '';
    const opened = await this.sessions
      .open({ username, password, address: request.ip ?? 'unknown' })
      .catch((error: unknown) => this.refuse(request, response, body, error));
    if (!opened) return;
    this.keep(request, response, opened.token);
    const kept = keptForm(body['kept']);
    if (!kept) {
      response.redirect(303, ownPath(body['next']));
      return;
    }
    const session = await this.sessions.resolve(opened.token);
    this.pages.render(request, response, 'sign-in/go-on', {
      ...kept,
      csrf: session.csrf,
      actor: opened.actor,
    });
  }

  @Post('sign-out')
  @Permit('session.end')
  async close(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    await this.sessions.end(request.session);
    const { name, secure } = sessionCookie(request.headers.host);
    response.clearCookie(name, { path: '/', secure, httpOnly: true, sameSite: 'lax' });
    response.redirect(303, '/sign-in');
  }

  private keep(request: Request, response: Response, token: string): void {
    const { name, secure } = sessionCookie(request.headers.host);
    response.cookie(name, token, { path: '/', secure, httpOnly: true, sameSite: 'lax' });
  }

  /** Shows the form again with what was typed; anything but a refusal is no matter of this form. */
  private refuse(request: Request, response: Response, body: FormValues, error: unknown): undefined {
    if (!(error instanceof DomainError)) throw error;
    const sentence = this.pages.messages.say(languageOf(request), error.code, error.facts);
    response.status(error.kind === 'busy' ? 429 : 422);
    if (error.facts['seconds'] !== undefined) response.setHeader('Retry-After', error.facts['seconds']);
    this.draw(request, response, {
      values: { username: text(body, 'username') },
      next: ownPath(body['next']),
      kept: body['kept'],
      errors: [{ href: '#username', text: sentence }],
    });
    return undefined;
  }

  private draw(request: Request, response: Response, model: object): void {
    this.pages.render(request, response, 'sign-in/sign-in', model);
  }
}
