import { Inject, Injectable } from '@nestjs/common';
import { DomainError, type Clock } from '#kernel';
import { CLOCK } from '#ledger';
import { UnitOfWork } from '#platform';
import { checkPassword, mayBeUsername } from './domain/account.js';
import type { Actor } from './domain/actor.js';
import { absoluteMs, seenStepMs, sessionStands } from './domain/session-life.js';
import { PasswordCheck } from './password-check.service.js';
import { PasswordHasher } from './password-hasher.js';
import { SessionsRepository } from './sessions.repository.js';
import { IDENTITY_OPTIONS, newToken, tokenHash, type IdentityOptions } from './tokens.js';

/** A session as the request carries it. */
export interface OpenSession {
  readonly actor: Actor;
  /** SHA-256 of the token: the row's key. */
  readonly token: Buffer;
  /** What a form of this session must carry where the session comes from a cookie. */
  readonly csrf: string;
  readonly endsMs: number;
}
export interface NewSession {
  /** 256 random bits, base64url; stored only as a hash. */
  readonly token: string;
  readonly actor: Actor;
  readonly endsMs: number;
}

/** Sessions: opaque tokens, 15 minutes idle, 12 hours at most; ended by log-out, password or role change. */
@Injectable()
export class Sessions {
  constructor(
    private readonly repository: SessionsRepository,
    private readonly check: PasswordCheck,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
  ) {}

  /**
   * Signs a person in. Throws `refused` `session.wrong-credentials` (answers 401; the same for unknown, wrong and
   * deactivated), `busy` `session.slow-down` with fact `seconds` (429), `refused` `session.demo-in-production`.
   */
  async open(given: { username: string; password: string; address: string }): Promise<NewSession> {
    const username = given.username.toLowerCase();
    const account = mayBeUsername(username) ? await this.repository.account({ username }) : undefined;
    const passes = await this.check.passes(account?.passwordHash, given.password, given);
    if (!passes || !account?.active) throw new DomainError('refused', 'session.wrong-credentials');
    if (account.demo && this.options.production)
      throw new DomainError('refused', 'session.demo-in-production');
    const token = newToken();
    const createdMs = this.clock.now();
    const endsMs = createdMs + absoluteMs;
    const { person } = account;
    await this.repository.insert({ token: tokenHash(token), person, csrf: newToken(), createdMs, endsMs });
    return { token, actor: await this.repository.actor(person, createdMs), endsMs };
  }

  /** The session of a token; throws `refused` `session.sign-in-required` without one, `session.session-ended` for an old one (401). */
  async resolve(token: string | undefined): Promise<OpenSession> {
    if (token === undefined) throw new DomainError('refused', 'session.sign-in-required');
    const hash = tokenHash(token);
    const session = await this.repository.session(hash);
    const nowMs = this.clock.now();
    const foreign = session?.demo === true && this.options.production;
    if (!session || foreign || !sessionStands(session, nowMs)) {
      if (session) await this.repository.end(hash);
      throw new DomainError('refused', 'session.session-ended');
    }
    if (nowMs - session.lastSeenMs >= seenStepMs) await this.repository.seen(hash, nowMs);
    const actor = await this.repository.actor(session.person, nowMs);
    return { actor, token: hash, csrf: session.csrf, endsMs: session.endsMs };
  }

  /** Log-out. */
  end(session: OpenSession): Promise<void> {
    return this.repository.end(session.token);
  }
}

/** Changes passwords; apart from {@link Sessions}, because every session ends by it. */
@Injectable()
export class Passwords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: SessionsRepository,
    private readonly check: PasswordCheck,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Sets a new password and ends all sessions and step-ups of the person. Throws `refused` `password.wrong-password`,
   * `busy` `session.slow-down`, and what {@link checkPassword} throws.
   */
  async change(actor: Actor, given: { current: string; new: string; address: string }): Promise<void> {
    checkPassword(given.new, actor.username, '/newPassword');
    const account = await this.repository.account({ person: actor.person });
    const who = { username: actor.username, address: given.address };
    const passes = await this.check.passes(account?.passwordHash, given.current, who);
    if (!passes) throw new DomainError('refused', 'password.wrong-password');
    const passwordHash = await this.hasher.hash(given.new);
    await this.unitOfWork.run(async (tx) => {
      await this.repository.setPassword(tx, actor.person, passwordHash);
      await this.repository.endAll(tx, actor.person);
    });
  }
}
