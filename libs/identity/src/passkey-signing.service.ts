import { Inject, Injectable } from '@nestjs/common';
import type { Assertion } from '#entries';
import { DomainError, type Clock, type PersonId, type Sha256 } from '#kernel';
import { CLOCK } from '#ledger';
import { verifyAssertion } from '#papers';
import { UnitOfWork, type Tx } from '#platform';
import { createHash } from 'node:crypto';
import { countsBack, signatureIdentity } from './domain/passkey.js';
import type { StepUpPurpose } from './domain/step-up.js';
import { PasskeyQueries } from './passkey.queries.js';
import { PasskeysRepository } from './passkeys.repository.js';

/** A browser's answer to the options of a signature; all in base64url. */
export type SignatureAnswer = Pick<
  Assertion,
  'credential' | 'authenticatorData' | 'clientDataJSON' | 'signature'
>;

interface Signing {
  readonly person: PersonId;
  readonly purpose: StepUpPurpose;
  readonly sha256: Sha256;
  readonly answer: SignatureAnswer;
}

/** Checks what a passkey signed, before it becomes a step-up. */
@Injectable()
export class PasskeySigning {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: PasskeysRepository,
    private readonly passkeys: PasskeyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the assertion for the entry. Throws `refused`: `passkey.ceremony-ended` (none was opened for this purpose
   * and hash, it was answered, or its 5 minutes are over), `passkey.not-yours`, `passkey.signature-refused` (fact
   * fault), `passkey.copied`, `passkey.signature-used`. A refused answer ends the ceremony too.
   */
  async check(signing: Signing): Promise<Assertion> {
    // Refusals are answered after the commit: the end of the ceremony and the suspicion of a copy must stay.
    const decided = await this.unitOfWork.run((tx) => this.decide(tx, signing));
    if (decided instanceof DomainError) throw decided;
    return decided;
  }

  private async decide(tx: Tx, signing: Signing): Promise<Assertion | DomainError> {
    const { person, purpose, sha256, answer } = signing;
    const nowMs = this.clock.now();
    const challenge = Buffer.from(sha256, 'hex').toString('base64url');
    const open = await this.repository.end(tx, { person, use: purpose, challenge }, nowMs);
    if (!open) return new DomainError('refused', 'passkey.ceremony-ended');
    const passkey = await this.repository.lock(tx, answer.credential);
    if (passkey?.person !== person) return new DomainError('refused', 'passkey.not-yours');
    const assertion = { ...answer, alg: passkey.alg, publicKey: passkey.publicKey };
    const { origin } = this.passkeys.requireSite();
    const { rpId } = passkey;
    const checked = verifyAssertion(assertion, { challenge: sha256, rpId, ...(origin && { origin }) });
    if (!checked.ok) return new DomainError('refused', 'passkey.signature-refused', { fault: checked.fault });
    return (await this.refuseCopy(tx, assertion, checked.counter)) ?? assertion;
  }

  /** A device that counts back is a copy, or was copied; a signature that was used before is a replay. */
  private async refuseCopy(tx: Tx, assertion: Assertion, counter: number): Promise<DomainError | undefined> {
    const { credential } = assertion;
    const nowMs = this.clock.now();
    const signature = createHash('sha256').update(signatureIdentity(assertion)).digest();
    const stored = await this.repository.details(tx, credential);
    if (stored.suspected) return new DomainError('refused', 'passkey.copied');
    if (await this.repository.wasUsed(tx, signature)) {
      return new DomainError('refused', 'passkey.signature-used');
    }
    if (countsBack(stored.counter, counter)) {
      await this.repository.suspect(tx, credential, nowMs);
      return new DomainError('refused', 'passkey.copied');
    }
    await this.repository.use(tx, { credential, counter, signature }, nowMs);
    return undefined;
  }
}
