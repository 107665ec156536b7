import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '#entries';
import { DomainError, type AgencyId, type Clock, type EntryId, type Instant, type PersonId } from '#kernel';
import { CLOCK, Ledger, type Command, type Outcome } from '#ledger';
import type { Actor } from './domain/actor.js';
import { confirmRole, giveRole, revokeRole } from './domain/grant-role.js';
import { grantEngagement } from './domain/grant-engagement.js';
import { PeopleRepository } from './people.repository.js';
import { administrationOf, type RoleResult } from './people.service.js';
import { SessionsRepository } from './sessions.repository.js';

/** Commands about roles and engagements; every change ends the person's sessions. */
@Injectable()
export class RolesService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PeopleRepository,
    private readonly sessions: SessionsRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Grants a role, or requests it where a second administrator must confirm; throws as {@link giveRole}. */
  give(
    command: Command,
    actor: Actor,
    given: { person: PersonId; role: Role },
  ): Promise<Outcome<RoleResult & { request?: EntryId }>> {
    const { person, role } = given;
    return this.ledger.perform<RoleResult & { request?: EntryId }>(command, async (tx, moment) => {
      await this.repository.lockRoles(tx);
      const holder = await this.repository.holder(tx, person);
      const admins = await this.repository.admins(tx);
      const draft = giveRole(holder, role, administrationOf(actor, admins));
      if (draft.type === 'role.requested') {
        return { entries: [draft], result: { person, role, state: 'requested', request: moment.entry } };
      }
      await this.sessions.endAll(tx, person);
      return { entries: [draft], result: { person, role, state: 'granted' } };
    });
  }

  /** The second administrator's grant of a request; throws `missing` `role.request-unknown` and as {@link confirmRole}. */
  confirm(command: Command, actor: Actor, entry: EntryId): Promise<Outcome<RoleResult>> {
    return this.ledger.perform(command, async (tx) => {
      await this.repository.lockRoles(tx);
      const request = await this.repository.request(tx, entry);
      if (!request) throw new DomainError('missing', 'role.request-unknown');
      const { person, role } = request;
      const holder = await this.repository.holder(tx, person);
      const draft = confirmRole(holder, { ...request, entry }, actor.person);
      await this.sessions.endAll(tx, person);
      return { entries: [draft], result: { person, role, state: 'granted' } };
    });
  }

  /** Takes a role back; throws as {@link revokeRole}. */
  revoke(
    command: Command,
    actor: Actor,
    given: { person: PersonId; role: Role; reason: string },
  ): Promise<Outcome<RoleResult>> {
    const { person, role } = given;
    return this.ledger.perform(command, async (tx) => {
      await this.repository.lockRoles(tx);
      const holder = await this.repository.holder(tx, person);
      const admins = await this.repository.admins(tx);
      const draft = revokeRole(holder, given, administrationOf(actor, admins));
      await this.sessions.endAll(tx, person);
      return { entries: [draft], result: { person, role, state: 'revoked' } };
    });
  }

  /** Engages an auditor for agencies or the whole installation until a moment; throws as {@link grantEngagement}. */
  engage(
    command: Command,
    actor: Actor,
    given: { person: PersonId; agencies: readonly AgencyId[]; installation: boolean; until: Instant },
  ): Promise<Outcome<{ person: PersonId; until: Instant }>> {
    return this.ledger.perform(command, async (tx) => {
      const holder = await this.repository.holder(tx, given.person);
      for (const agency of given.agencies) {
        if (!(await this.repository.agencyExists(tx, agency))) {
          throw new DomainError('invalid', 'agency.unknown', {}, [
            { pointer: '/agencies', code: 'agency.unknown' },
          ]);
        }
      }
      const draft = grantEngagement(holder, { ...given, nowMs: this.clock.now() }, actor);
      return { entries: [draft], result: { person: given.person, until: given.until } };
    });
  }
}
