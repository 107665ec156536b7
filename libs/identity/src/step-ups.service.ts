import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock, type PersonId, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import type { Tx } from '#platform';
import type { Actor } from './domain/actor.js';
import { stepUpMs, type StepUpPurpose } from './domain/step-up.js';
import { PasswordCheck } from './password-check.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { StepUpsRepository } from './step-ups.repository.js';
import { newToken, tokenHash } from './tokens.js';

/**
 * Fresh proof that the person who signs is the one who is signed in: single use, 5 minutes, bound to purpose and to
 * the SHA-256 of what is shown.
 */
@Injectable()
export class StepUps {
  constructor(
    private readonly repository: StepUpsRepository,
    private readonly sessions: SessionsRepository,
    private readonly check: PasswordCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Makes a step-up by the password; throws `refused` `password.wrong-password`, `busy` `session.slow-down`. */
  async create(
    actor: Actor,
    given: { purpose: StepUpPurpose; sha256: Sha256; password: string; address: string },
  ): Promise<{ stepUp: string; expiresMs: number }> {
    const account = await this.sessions.account({ person: actor.person });
    const who = { username: actor.username, address: given.address };
    const passes = await this.check.passes(account?.passwordHash, given.password, who);
    if (!passes) throw new DomainError('refused', 'password.wrong-password');
    const stepUp = newToken();
    const nowMs = this.clock.now();
    const expiresMs = nowMs + stepUpMs;
    const { purpose, sha256 } = given;
    const token = tokenHash(stepUp);
    await this.repository.insert({ token, person: actor.person, purpose, sha256, expiresMs, nowMs });
    return { stepUp, expiresMs };
  }

  /**
   * Uses a step-up up within the unit of work of the signature; gives the factor for the entry. Call it after state
   * and hash are checked. Throws `refused` `access.step-up-required` for a missing, used, old or foreign one, or one
   * for another purpose or hash.
   */
  async use(
    tx: Tx,
    given: { token: string | undefined; person: PersonId; purpose: StepUpPurpose; sha256: Sha256 },
  ): Promise<'password'> {
    const { token, person, purpose, sha256 } = given;
    const nowMs = this.clock.now();
    const used =
      token !== undefined &&
      (await this.repository.use(tx, { token: tokenHash(token), person, purpose, sha256, nowMs }));
    if (!used) throw new DomainError('refused', 'access.step-up-required', { purpose, sha256 });
    return 'password';
  }
}
