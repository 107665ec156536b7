import { Injectable } from '@nestjs/common';
import { CertificateQueries, type CertificateRecord } from '#certificates';
import type { Actor } from '#identity';
import type { CertificateNumber, DomainError } from '#kernel';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { CertificatePage } from './certificate-page.service.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
}

/** The page on which a revocation is asked for, confirmed, and afterwards kept as a record. */
@Injectable()
export class RevocationPage {
  constructor(
    private readonly shell: Shell,
    private readonly certificates: CertificateQueries,
    private readonly page: CertificatePage,
  ) {}

  async show(
    request: PageRequest,
    response: Response,
    number: CertificateNumber,
    again?: Again,
  ): Promise<void> {
    const words = this.shell.words(request);
    const record = await this.certificates.byNumber(number);
    const steps = await this.page.steps(record, words);
    await this.shell.send(request, response, 'certificates/revocation', {
      certificate: { number, state: record.state, reason: record.reason, batch: record.batch },
      look: lookOf(record.state),
      file: record.revisions.at(-1)?.sha256,
      step: stepOf(record, request.session.actor),
      steps: steps.slice(-2),
      done: queryText(request, 'done'),
      key: newKey(),
      values: { reason: again ? text(again.values, 'reason') : '' },
      fields: {},
      ...(again &&
        formErrors(again.error, words, (pointer) => (pointer === '/reason' ? 'reason' : undefined))),
    });
  }
}

/** What this person can do: ask, wait for another, confirm, or only look. */
function stepOf(record: CertificateRecord, actor: Actor): 'ask' | 'wait' | 'confirm' | 'done' | 'none' {
  const { state, revocation } = record;
  if (state === 'revoked') return 'done';
  if (state !== 'issued') return 'none';
  if (!revocation) return 'ask';
  return revocation.by === actor.person ? 'wait' : 'confirm';
}
