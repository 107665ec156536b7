import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork, type Tx } from '#platform';
import { LoginFailures, type Counter } from './login-failures.repository.js';
import { PasswordHasher } from './password-hasher.js';

/** Checks passwords; failures slow down further attempts on the account and from the address. */
@Injectable()
export class PasswordCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly failures: LoginFailures,
    private readonly hasher: PasswordHasher,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * True where the password fits the stored hash (undefined = unknown account, which costs the same time).
   * Throws `busy` `session.slow-down` with fact `seconds` while account or address must wait, whatever the password.
   */
  async passes(stored: string | undefined, password: string, who: Who): Promise<boolean> {
    const counters: Counter[] = [
      { scope: 'account', key: who.username.toLowerCase() },
      { scope: 'address', key: who.address },
    ];
    await this.unitOfWork.run((tx) => this.admit(tx, counters));
    const passes = await this.hasher.verify(stored, password);
    if (passes) {
      await this.unitOfWork.run(async (tx) => {
        for (const counter of counters) await this.failures.forgive(tx, counter);
        await this.failures.forget(tx, this.clock.now());
      });
    }
    return passes;
  }

  private async admit(tx: Tx, counters: readonly Counter[]): Promise<void> {
    const nowMs = this.clock.now();
    let wait = 0;
    for (const counter of counters) wait = Math.max(wait, await this.failures.wait(tx, counter, nowMs));
    if (wait > 0) {
      throw new DomainError('busy', 'session.slow-down', { seconds: String(Math.ceil(wait / 1000)) });
    }
    for (const counter of counters) await this.failures.count(tx, counter, nowMs);
  }
}

export interface Who {
  readonly username: string;
  readonly address: string;
}
