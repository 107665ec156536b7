import { Inject, Injectable } from '@nestjs/common';
import type { Assertion } from '#entries';
import { DomainError, type Clock, type PersonId, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import type { Tx } from '#platform';
import type { Actor } from './domain/actor.js';
import { stepUpMs, type Signature, type StepUpPurpose } from './domain/step-up.js';
import { PasskeySigning, type SignatureAnswer } from './passkey-signing.service.js';
import { PasswordProof } from './password-proof.service.js';
import { StepUpsRepository } from './step-ups.repository.js';
import { newToken, tokenHash } from './tokens.js';

/** What will be signed: the purpose, and the SHA-256 of what is shown. */
interface Bound {
  readonly purpose: StepUpPurpose;
  readonly sha256: Sha256;
}
export interface MadeStepUp {
  readonly stepUp: string;
  readonly expiresMs: number;
}

/**
 * Fresh proof that the person who signs is the one who is signed in: single use, 5 minutes, bound to purpose and to
 * the SHA-256 of what is shown. By the password, or by a passkey that signed that hash.
 */
@Injectable()
export class StepUps {
  constructor(
    private readonly repository: StepUpsRepository,
    private readonly password: PasswordProof,
    private readonly passkeys: PasskeySigning,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Makes a step-up by the password or by a passkey's signature. Throws `invalid` `access.one-factor` unless exactly
   * one is given; `refused` `password.wrong-password`, `busy` `session.slow-down`; as {@link PasskeySigning.check}.
   */
  async create(
    actor: Actor,
    given: Bound & {
      readonly password?: string | undefined;
      readonly answer?: SignatureAnswer | undefined;
      readonly address: string;
    },
  ): Promise<MadeStepUp> {
    const { purpose, sha256, password, answer, address } = given;
    if (password !== undefined && answer === undefined) {
      await this.password.require(actor, { password, address });
      return this.keep(actor, { purpose, sha256 });
    }
    if (answer === undefined || password !== undefined) {
      const code = 'access.one-factor';
      throw new DomainError('invalid', code, {}, [{ pointer: '/password', code }]);
    }
    const assertion = await this.passkeys.check({ person: actor.person, purpose, sha256, answer });
    return this.keep(actor, { purpose, sha256, assertion });
  }

  /**
   * Uses a step-up up within the unit of work of the signature; gives the factor, and the assertion of a passkey,
   * for the entry. Call it after state and hash are checked. Throws `refused` `access.step-up-required` for a
   * missing, used, old or foreign one, or one for another purpose or hash.
   */
  async use(tx: Tx, given: Bound & { token: string | undefined; person: PersonId }): Promise<Signature> {
    const { token, person, purpose, sha256 } = given;
    const nowMs = this.clock.now();
    const used =
      token === undefined
        ? undefined
        : await this.repository.use(tx, { token: tokenHash(token), person, purpose, sha256, nowMs });
    if (!used) throw new DomainError('refused', 'access.step-up-required', { purpose, sha256 });
    return used.assertion ? { factor: 'passkey', assertion: used.assertion } : { factor: 'password' };
  }

  private async keep(
    { person }: Actor,
    { purpose, sha256, assertion }: Bound & { assertion?: Assertion },
  ): Promise<MadeStepUp> {
    const stepUp = newToken();
    const nowMs = this.clock.now();
    const expiresMs = nowMs + stepUpMs;
    const row = { token: tokenHash(stepUp), person, purpose, sha256, expiresMs, nowMs };
    await this.repository.insert({ ...row, ...(assertion && { assertion }) });
    return { stepUp, expiresMs };
  }
}
