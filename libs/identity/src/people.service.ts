import { Injectable } from '@nestjs/common';
import type { Names, Role } from '#entries';
import { DomainError, type AgencyId, type PersonId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import { checkPassword, plainUsername } from './domain/account.js';
import type { Actor } from './domain/actor.js';
import { deactivatePerson } from './domain/grant-role.js';
import { addAgency, runsInstallation } from './domain/installation.js';
import { OpenWork, type OpenWorkItem } from './open-work.js';
import { PasswordHasher } from './password-hasher.js';
import { PeopleRepository } from './people.repository.js';
import { SessionsRepository } from './sessions.repository.js';

export interface NewAgency {
  readonly id: AgencyId;
  readonly code: string;
  readonly names: Names;
  readonly functions: readonly string[];
}
export interface NewPerson {
  readonly id: PersonId;
  readonly agency: AgencyId;
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** Commands about agencies and people. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly ledger: Ledger,
    private readonly repository: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly hasher: PasswordHasher,
    private readonly openWork: OpenWork,
  ) {}

  /** Adds an agency; throws `refused` `agency.installation-only`, `conflict` `agency.code-taken`, `invalid`. */
  addAgency(command: Command, actor: Actor, agency: NewAgency): Promise<Outcome<{ id: AgencyId }>> {
    return this.ledger.perform(command, () =>
      Promise.resolve({ entries: [addAgency(actor, agency)], result: { id: agency.id } }),
    );
  }

  /**
   * Adds a person without roles. Throws `refused` `agency.other-agency` for another agency than the administrator's (those
   * of the installation may add anywhere), `invalid` `agency.unknown`, `person.username-malformed`, `password.…`,
   * `conflict` `person.username-taken`.
   */
  async addPerson(command: Command, actor: Actor, given: NewPerson): Promise<Outcome<{ id: PersonId }>> {
    const username = plainUsername(given.username);
    checkPassword(given.password, username);
    const passwordHash = await this.hasher.hash(given.password);
    const { id: person, agency, name } = given;
    return this.ledger.perform(command, async (tx) => {
      if (!(await this.repository.agencyExists(tx, agency))) {
        throw new DomainError('invalid', 'agency.unknown', {}, [
          { pointer: '/agency', code: 'agency.unknown' },
        ]);
      }
      if (agency !== actor.agency && !runsInstallation(actor))
        throw new DomainError('refused', 'agency.other-agency');
      await this.repository.insertAccount(tx, { person, username, name, passwordHash, demo: false });
      const subject = { kind: 'person', id: person } as const;
      return {
        entries: [{ type: 'person.added', subject, data: { person, agency } }],
        result: { id: person },
      };
    });
  }

  /** Ends a person's access and sessions at once; throws as {@link deactivatePerson}. */
  deactivate(
    command: Command,
    actor: Actor,
    given: { person: PersonId; reason: string; despiteOpenWork?: boolean },
  ): Promise<Outcome<{ id: PersonId; openWork: readonly OpenWorkItem[] }>> {
    return this.ledger.perform(command, async (tx) => {
      await this.repository.lockRoles(tx);
      const holder = await this.repository.holder(tx, given.person);
      const admins = await this.repository.admins(tx);
      const openWork = await this.openWork.of(tx, given.person);
      const ending = {
        reason: given.reason,
        openWork: openWork.length,
        despiteOpenWork: given.despiteOpenWork === true,
      };
      const draft = deactivatePerson(holder, ending, administrationOf(actor, admins));
      await this.sessions.endAll(tx, given.person);
      return { entries: [draft], result: { id: given.person, openWork } };
    });
  }
}

/** The actor as administrator. */
export function administrationOf(actor: Actor, admins: readonly PersonId[]) {
  return { by: actor.person, agency: actor.agency, ofInstallation: runsInstallation(actor), admins };
}

/** What the answer to a grant says. */
export interface RoleResult {
  readonly person: PersonId;
  readonly role: Role;
  readonly state: 'granted' | 'requested' | 'revoked';
}
