import { Injectable } from '@nestjs/common';
import type { BatchId, DomainError } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

interface Step {
  readonly step: 'reopening' | 'withdrawal' | 'reminder';
  readonly error?: DomainError;
  readonly values?: FormValues;
}

/** The page before a frozen list is opened or given up: what becomes void, what is free again. */
@Injectable()
export class BatchStepsPage {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
  ) {}

  async show(
    request: PageRequest,
    response: Response,
    id: BatchId,
    { step, error, values = {} }: Step,
  ): Promise<void> {
    const words = this.shell.words(request);
    const batch = await this.batches.one(request.session.actor, id);
    const frozen = batch.state === 'submitted' || batch.state === 'approved';
    await this.shell.send(request, response, 'batches/batch-step', {
      batch,
      step,
      open: frozen && step !== 'reminder',
      voided: batch.decisions.filter(
        ({ decision, version }) => decision === 'approve' && version === batch.version,
      ).length,
      key: newKey(),
      values: { reason: text(values, 'reason') },
      fields: {},
      ...(error && formErrors(error, words, (pointer) => (pointer === '/reason' ? 'reason' : undefined))),
    });
  }
}
