import { Injectable } from '@nestjs/common';
import { StepUps, type StepUpPurpose } from '#identity';
import { isSha256, DomainError, type Sha256 } from '#kernel';
import { text, type FormValues } from './form-values.js';
import type { PageRequest } from './page-request.js';

/** The password beside a signature, exchanged at once for the step-up that the signature uses up. */
@Injectable()
export class StepUpForm {
  constructor(private readonly stepUps: StepUps) {}

  /**
   * Throws `refused` `password.wrong-password`, `busy` `session.slow-down`, `invalid` `request.invalid` where the
   * form names no hash.
   */
  async use(request: PageRequest, values: FormValues, purpose: StepUpPurpose): Promise<string> {
    const sha256 = text(values, 'sha256');
    if (!isSha256(sha256)) throw new DomainError('invalid', 'request.invalid');
    const password = typeof values['password'] === 'string' ? values['password'] : '';
    const given = { purpose, sha256: sha256 as Sha256, password, address: request.ip ?? 'unknown' };
    return (await this.stepUps.create(request.session.actor, given)).stepUp;
  }
}
