import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Actor } from './domain/actor.js';
import { PasswordCheck } from './password-check.service.js';
import { SessionsRepository } from './sessions.repository.js';

/** The password again, from somebody who is signed in. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly check: PasswordCheck,
  ) {}

  /** Throws `refused` `password.wrong-password`, `busy` `session.slow-down`. */
  async require(actor: Actor, given: { password: string; address: string }): Promise<void> {
    const account = await this.sessions.account({ person: actor.person });
    const who = { username: actor.username, address: given.address };
    const passes = await this.check.passes(account?.passwordHash, given.password, who);
    if (!passes) throw new DomainError('refused', 'password.wrong-password');
  }
}
