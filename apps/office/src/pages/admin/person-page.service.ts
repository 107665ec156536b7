import { Injectable } from '@nestjs/common';
import { roles, type Role } from '#entries';
import {
  AdministeredPeople,
  AgencyQueries,
  conflictingRole,
  OpenWork,
  runsInstallation,
  twoPersonRoles,
  type Actor,
  type AdministeredPerson,
} from '#identity';
import { parseId, type PersonId } from '#kernel';
import { UnitOfWork } from '#platform';
import { Directory, type PersonShown } from '../../common/directory.js';
import type { Words } from '../shell/words.js';

/** Open work of one kind. An administrator sees no case, so numbers are shown and lead nowhere. */
type Work = { readonly name: string; readonly count: number; readonly references: string };

/** What the page of one person shows to administrators. */
@Injectable()
export class PersonPage {
  constructor(
    private readonly people: AdministeredPeople,
    private readonly agencies: AgencyQueries,
    private readonly openWork: OpenWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  /** Throws `missing` `person.not-found`. */
  one(actor: Actor, id: string): Promise<AdministeredPerson> {
    return this.people.one(actor, parseId<PersonId>(id));
  }

  /** Everything about the person, in the reader's words. */
  async model(actor: Actor, person: AdministeredPerson, words: Words) {
    const history = await this.people.history(person.id);
    const named = await this.directory.persons(undefined, [
      ...history.map(({ by }) => by),
      ...person.requested.map(({ requester }) => requester),
    ]);
    const [agency] = await this.agencies.byId(undefined, [person.agency]);
    return {
      person,
      agencyName: agency ? words.name(agency.names) : person.agencyCode,
      mine: person.id === actor.person,
      roles: person.roles.map((role) => ({ role, name: words.t(`role.name-${role}`) })),
      requests: person.requested.map(({ role, requester }) => ({
        name: words.t(`role.name-${role}`),
        requester: named(requester).name,
      })),
      ...choicesOf(person, words),
      history: history.map(({ type, role, reason, by, seq, recorded }) => ({
        seq,
        name: words.t(`entry.name-${type}`),
        what: role && words.t(`role.name-${role}`),
        reason: reason ?? '',
        by: nameOf(named(by), words),
        when: words.time(recorded),
      })),
      work: await this.workOf(person, words),
      ...(await this.engagements(actor, person, words)),
    };
  }

  private async workOf(person: AdministeredPerson, words: Words): Promise<Work[]> {
    const items = await this.unitOfWork.run((tx) => this.openWork.of(tx, person.id));
    const kinds = [...new Set(items.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const references = items.filter((one) => one.kind === kind).map(({ reference }) => reference);
      const shown = references.slice(0, 20).join(words.t('admin.comma'));
      return {
        name: words.t(`admin.work-${kind}`),
        count: references.length,
        references: references.length > 20 ? `${shown} …` : shown,
      };
    });
  }

  private async engagements(actor: Actor, person: AdministeredPerson, words: Words) {
    if (!person.roles.includes('auditor') || !runsInstallation(actor)) return {};
    const held = await this.people.engagements(person.id);
    const all = await this.agencies.all();
    return {
      mayEngage: person.active,
      engagements: held.map(({ agencies, installation, until }) => ({
        what: installation ? words.t('admin.whole') : agencies.join(words.t('admin.comma')),
        until: words.time(until),
      })),
      agencies: all.map(({ id, names }) => ({ value: id, text: words.name(names) })),
    };
  }
}

/** The installation itself is nobody whom people know. */
export function nameOf({ name, agency }: PersonShown, words: Words): string {
  return agency === '' ? words.t('admin.system') : name;
}

/** Roles that can be granted, and those that can't with the reason, before anybody tries. */
function choicesOf({ roles: held, requested }: AdministeredPerson, words: Words) {
  const free = roles.filter((role) => !held.includes(role) && !requested.some((one) => one.role === role));
  const apart = (role: Role) => conflictingRole(held, role);
  const name = (role: Role) => words.t(`role.name-${role}`);
  const hint = (role: Role) =>
    words.t(twoPersonRoles.includes(role) ? 'admin.role-second' : `admin.role-${role}`);
  return {
    choices: free
      .filter((role) => apart(role) === undefined)
      .map((role) => ({ value: role, text: name(role), hint: { text: hint(role) } })),
    barred: free
      .filter((role) => apart(role) !== undefined)
      .map((role) => words.t('admin.role-conflict', { role: name(role), held: name(apart(role)!) })),
  };
}
