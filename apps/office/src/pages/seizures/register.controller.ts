import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { DomainError, parseId, type SeizureId } from '#kernel';
import { RegistrationService } from '#seizures';
import type { Response } from 'express';
import { commandOf } from '../../common/write-request.js';
import { seizureRequestOf } from '../../seizures/seizure-request.js';
import { doneAt, keyOf, newKey, submit } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { DraftPages } from './draft-page.service.js';
import { RegistrationErrors } from './registration-errors.service.js';
import { rowCount, rowsIn, withRows } from './registration-lines.js';
import { RegistrationPage } from './registration-page.service.js';

/** Registers a seizure: the form, a page to check it, the entry. */
@ApiExcludeController()
@Controller('seizures/new')
export class RegisterController {
  constructor(
    private readonly page: RegistrationPage,
    private readonly drafts: DraftPages,
    private readonly errors: RegistrationErrors,
    private readonly registrations: RegistrationService,
  ) {}

  @Get()
  @Permit('seizure.register')
  form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const draft = queryText(request, 'draft');
    if (draft !== undefined) return this.drafts.open(request, response, parseId<SeizureId>(draft));
    return this.page.form(request, response, {
      id: newKey(),
      draftWindow: newKey(),
      measure: 'seizure',
    });
  }

  /** `do`: more rows, one row less, save, import, check, back to the form, or register; without it: check. */
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
    const dropped = /^drop-(\d{1,4})$/.exec(wish)?.[1];
    if (dropped !== undefined) {
      return this.page.form(request, response, withoutRow(values, Number(dropped)));
    }
    if (wish === 'rows') return this.page.form(request, response, values, { more: 10 });
    if (wish === 'edit') return this.page.form(request, response, values);
    if (wish === 'register') return this.register(request, response, values);
    return this.save(request, response, values, wish === 'save' || wish === 'import' ? wish : 'check');
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
      again: (error) => this.errors.show(request, response, values, error),
    });
  }

  /**
   * The page to check and an import go on from the saved draft: nothing that was typed is lost on the way, and neither
   * the back button nor a reload sends anything twice.
   */
  private save(
    request: PageRequest,
    response: Response,
    values: FormValues & { readonly id: string },
    wish: 'save' | 'import' | 'check',
  ): Promise<void> {
    const { id } = values;
    const act = async () => {
      if (wish === 'check') await this.page.read(request, values).request();
      return this.drafts.save(request, values);
    };
    return submit(response, act, {
      to: () => (wish === 'save' ? `/seizures/new?draft=${id}&saved=1` : `/seizures/drafts/${id}/${wish}`),
      again: (error: DomainError) => this.errors.show(request, response, values, error),
    });
  }
}

function withoutRow(values: FormValues, row: number): FormValues {
  const rows = rowsIn(values, rowCount(values)).filter((_, index) => index !== row);
  return withRows(values, rows);
}
