import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { DomainError } from '#kernel';
import { RegistrationService } from '#seizures';
import type { Response } from 'express';
import { commandOf } from '../../common/write-request.js';
import { seizureRequestOf } from '../../seizures/seizure-request.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, keyOf, newKey, submit } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { RegistrationPage } from './registration-page.service.js';
import { fieldOfPointer } from './registration-form.js';

/** Registers a seizure: the form, a page to check it, the entry. */
@ApiExcludeController()
@Controller('seizures/new')
export class RegisterController {
  constructor(
    private readonly shell: Shell,
    private readonly page: RegistrationPage,
    private readonly registrations: RegistrationService,
  ) {}

  @Get()
  @Permit('seizure.register')
  form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.page.form(request, response, { id: newKey(), measure: 'seizure' });
  }

  /** `do`: more rows, check, back to the form, or register. Without it (an old bookmark) the form is checked. */
  @Post()
  @HttpCode(200)
  @Permit('seizure.register')
  async act(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const values = { ...body, id: keyOf({ key: body['id'] }) };
    const wish = text(body, 'do');
    if (wish === 'rows') return this.page.form(request, response, values, { more: 10 });
    if (wish === 'edit') return this.page.form(request, response, values);
    if (wish === 'register') return this.register(request, response, values);
    try {
      await this.page.read(request, values).request();
    } catch (error) {
      return this.again(request, response, values, error);
    }
    return this.page.check(request, response, values);
  }

  private register(request: PageRequest, response: Response, values: FormValues): Promise<void> {
    const act = async () => {
      const body = await this.page.read(request, values).request();
      const asked = seizureRequestOf(body);
      const write = { key: keyOf({ key: asked.id }), method: request.method, path: request.path };
      // The ids of lines are made on the way, so that they are no part of what makes two requests the same.
      return this.registrations.register(commandOf(request.session.actor, write, body), asked);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/seizures/${outcome.result.id}`, outcome),
      again: (error) => this.again(request, response, values, error),
    });
  }

  private async again(
    request: PageRequest,
    response: Response,
    values: FormValues,
    error: unknown,
  ): Promise<void> {
    if (!(error instanceof DomainError)) throw error;
    if (response.statusCode < 400) response.status(422);
    const { rowOf } = this.page.read(request, values);
    const shown = formErrors(
      error,
      this.shell.words(request),
      (pointer) => fieldOfPointer(pointer, rowOf),
      rowOf,
    );
    await this.page.form(request, response, values, shown);
  }
}
