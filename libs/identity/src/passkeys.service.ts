import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '#kernel';
import { CLOCK, Ledger, type Command, type Outcome } from '#ledger';
import { readClientData } from '#papers';
import type { Actor } from './domain/actor.js';
import { enrolPasskey, removePasskey } from './domain/passkey.js';
import { PasskeyQueries } from './passkey.queries.js';
import { PasskeysRepository } from './passkeys.repository.js';
import { readEnrolment, type EnrolmentAnswer } from './webauthn.js';

/** What a browser made, and what the person calls it. */
export interface EnrolmentRequest extends EnrolmentAnswer {
  readonly name: string;
  readonly transports: readonly string[];
}

/** Adds and removes passkeys; each is an entry, so that anyone can tell later whose key signed. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PasskeysRepository,
    private readonly passkeys: PasskeyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enrols what the browser made. Throws `refused` `passkey.ceremony-ended` (no enrolment is open, or its time is
   * over), `passkey.not-accepted`; `conflict` as {@link enrolPasskey}.
   */
  async enrol(
    command: Command,
    actor: Actor,
    given: EnrolmentRequest,
  ): Promise<Outcome<{ credential: string }>> {
    const challenge = challengeIn(given.clientDataJSON);
    const made = await readEnrolment(given, this.passkeys.requireSite(), challenge);
    if (!made) throw new DomainError('refused', 'passkey.not-accepted');
    const { credential, counter } = made;
    return this.ledger.perform(command, async (tx) => {
      const ceremony = { person: actor.person, use: 'enrol', challenge };
      const open = await this.repository.end(tx, ceremony, this.clock.now());
      if (!open) throw new DomainError('refused', 'passkey.ceremony-ended');
      const known = await this.repository.known(tx, actor.person, credential);
      const entry = enrolPasskey(actor.person, made, known);
      const { name, transports } = given;
      await this.repository.insertDetails(tx, { credential, name, counter, transports });
      return { entries: [entry], result: { credential } };
    });
  }

  /** Removes one's own passkey; throws `missing` `passkey.unknown`. */
  remove(command: Command, actor: Actor, credential: string): Promise<Outcome<{ credential: string }>> {
    return this.ledger.perform(command, async (tx) => {
      const passkey = await this.repository.lock(tx, credential);
      return { entries: [removePasskey(actor.person, passkey)], result: { credential } };
    });
  }
}

/** The challenge that an answer names; no ceremony is open under an empty one. */
function challengeIn(clientDataJSON: string): string {
  return readClientData(Buffer.from(clientDataJSON, 'base64url'))?.challenge ?? '';
}
