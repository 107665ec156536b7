import { Injectable } from '@nestjs/common';
import { StepUps, type StepUpPurpose } from '#identity';
import { isSha256, DomainError, type Sha256 } from '#kernel';
import { AssertionDto } from '../../identity/dto/sessions.dto.js';
import { checked, jsonIn, text, type FormValues } from './form-values.js';
import type { PageRequest } from './page-request.js';

/** The password or passkey beside a signature, exchanged at once for the step-up that the signature uses up. */
@Injectable()
export class StepUpForm {
  constructor(private readonly stepUps: StepUps) {}

  /**
   * The passkey's answer where the page's script put one into the form, else the password. Throws `refused`
   * `password.wrong-password`, `passkey.…`; `busy` `session.slow-down`; `invalid` `request.invalid` where the form
   * names no hash or holds another thing than an assertion.
   */
  async use(request: PageRequest, values: FormValues, purpose: StepUpPurpose): Promise<string> {
    const sha256 = text(values, 'sha256');
    if (!isSha256(sha256)) throw new DomainError('invalid', 'request.invalid');
    const bound = { purpose, sha256: sha256 as Sha256, address: request.ip ?? 'unknown' };
    const { actor } = request.session;
    if (text(values, 'assertion') !== '') {
      const { credential, authenticatorData, clientDataJSON, signature } = await checked(
        AssertionDto,
        jsonIn(values, 'assertion'),
      );
      const answer = { credential, authenticatorData, clientDataJSON, signature };
      return (await this.stepUps.create(actor, { ...bound, answer })).stepUp;
    }
    const password = typeof values['password'] === 'string' ? values['password'] : '';
    return (await this.stepUps.create(actor, { ...bound, password })).stepUp;
  }
}
