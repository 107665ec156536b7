import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { randomBytes } from 'node:crypto';
import type { Actor } from './domain/actor.js';
import { stepUpMs, type StepUpPurpose } from './domain/step-up.js';
import { PasskeyQueries } from './passkey.queries.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { PasswordProof } from './password-proof.service.js';
import { enrolmentOptions, signingOptions } from './webauthn.js';

/** Opens the ceremonies in which a browser makes or uses a passkey: each is good for 5 minutes and one answer. */
@Injectable()
export class PasskeyCeremonies {
  constructor(
    private readonly passkeys: PasskeyQueries,
    private readonly repository: PasskeysRepository,
    private readonly password: PasswordProof,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Options for making a passkey. A stolen session must not add a key of its own, so the password is asked. Throws
   * `refused` `password.wrong-password`, `busy` `session.slow-down`, `conflict` `passkey.no-site`.
   */
  async enrolment(actor: Actor, given: { password: string; address: string }) {
    const site = this.passkeys.requireSite();
    await this.password.require(actor, given);
    const challenge = randomBytes(32);
    await this.open(actor, 'enrol', challenge);
    return enrolmentOptions(actor, site, { challenge, known: await this.passkeys.of(actor.person) });
  }

  /**
   * Options for signing: the challenge is the hash of what is shown. Throws `conflict` `passkey.no-site`,
   * `passkey.none`.
   */
  async signature(actor: Actor, { purpose, sha256 }: { purpose: StepUpPurpose; sha256: Sha256 }) {
    const site = this.passkeys.requireSite();
    const known = (await this.passkeys.of(actor.person)).filter(({ suspected }) => !suspected);
    if (known.length === 0) throw new DomainError('conflict', 'passkey.none');
    const challenge = Buffer.from(sha256, 'hex');
    await this.open(actor, purpose, challenge);
    return signingOptions(site, { challenge, known });
  }

  private async open({ person }: Actor, use: string, challenge: Buffer): Promise<void> {
    const nowMs = this.clock.now();
    const ceremony = { person, use, challenge: challenge.toString('base64url') };
    await this.unitOfWork.run((tx) =>
      this.repository.open(tx, ceremony, { nowMs, expiresMs: nowMs + stepUpMs }),
    );
  }
}
