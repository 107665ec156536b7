import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { fieldOfPointer } from './registration-form.js';
import { RegistrationPage } from './registration-page.service.js';

/** Refusals that say the seizure stands already: what can be done is to open it. */
const registered: ReadonlySet<string> = new Set(['seizure.already-registered', 'request.key-reused']);

/** A refused registration: the form again, each error beside its cell, everything else as it was typed. */
@Injectable()
export class RegistrationErrors {
  constructor(
    private readonly shell: Shell,
    private readonly page: RegistrationPage,
  ) {}

  /** Throws on what is no refusal. */
  async show(request: PageRequest, response: Response, values: FormValues, error: unknown): Promise<void> {
    if (!(error instanceof DomainError)) throw error;
    if (response.statusCode < 400) response.status(422);
    const words = this.shell.words(request);
    const id = text(values, 'id');
    if (registered.has(error.code)) {
      const errors = [{ href: `/seizures/${id}`, text: words.t('form.registered-already') }];
      return this.page.form(request, response, values, { errors });
    }
    if (error.code === 'draft.changed-elsewhere') {
      const errors = [{ href: `/seizures/new?draft=${id}`, text: words.t('draft.changed-elsewhere') }];
      // Saving again keeps what stands here: the form goes on from the other window's version.
      const newest = { ...values, draftVersion: error.facts['version'] ?? '0' };
      return this.page.form(request, response, newest, { errors });
    }
    const { rowOf } = this.page.read(request, values);
    const shown = formErrors(error, words, (pointer) => fieldOfPointer(pointer, rowOf), rowOf);
    await this.page.form(request, response, values, shown);
  }
}
