import type { DraftOf, Role } from '#entries';
import { DomainError, type AgencyId, type EntryId, type PersonId } from '#kernel';
import { refuseConflict } from './role-conflicts.js';

export interface RoleHolder {
  readonly person: PersonId;
  readonly agency: AgencyId;
  readonly active: boolean;
  readonly roles: readonly Role[];
}
/** Who administers: the person, and all active administrators of the installation. */
export interface Administration {
  readonly by: PersonId;
  readonly agency: AgencyId;
  /** True for administrators of the agency that runs the installation. */
  readonly ofInstallation: boolean;
  readonly admins: readonly PersonId[];
}

/** Roles whose grant takes two administrators. */
export const twoPersonRoles: readonly Role[] = ['approver', 'issuer', 'admin'];

/**
 * Pure: grants a role, or requests the grant where a second administrator must confirm it. While the installation
 * has a single administrator, that one grants alone and the entry says so (`bootstrap`).
 * Throws `missing` `person.not-found` (other agency, deactivated), `conflict` `role.role-held`, `conflict` `role.role-conflict`,
 * `refused` `role.own-role` (nobody gives themselves a role).
 */
export function giveRole(
  holder: RoleHolder | undefined,
  role: Role,
  who: Administration,
): DraftOf<'role.granted'> | DraftOf<'role.requested'> {
  const person = administered(holder, who);
  if (person.person === who.by) throw new DomainError('refused', 'role.own-role');
  refuseHeld(person, role);
  const subject = { kind: 'person', id: person.person } as const;
  if (!twoPersonRoles.includes(role))
    return { type: 'role.granted', subject, data: { person: person.person, role } };
  if (who.admins.length > 1)
    return { type: 'role.requested', subject, data: { person: person.person, role } };
  return { type: 'role.granted', subject, data: { person: person.person, role, bootstrap: true } };
}

export interface OpenRequest {
  readonly entry: EntryId;
  readonly role: Role;
  readonly requester: PersonId;
  readonly open: boolean;
}

/**
 * Pure: the second administrator's grant. Any other administrator of the installation may give it.
 * Throws `conflict` `role.request-closed`, `refused` `role.second-admin`, `role.own-role`, `missing` `person.not-found`,
 * `conflict` `role.role-held`, `role.role-conflict`.
 */
export function confirmRole(
  holder: RoleHolder | undefined,
  request: OpenRequest,
  by: PersonId,
): DraftOf<'role.granted'> {
  if (!request.open) throw new DomainError('conflict', 'role.request-closed');
  if (request.requester === by) throw new DomainError('refused', 'role.second-admin');
  if (!holder?.active) throw new DomainError('missing', 'person.not-found');
  if (holder.person === by) throw new DomainError('refused', 'role.own-role');
  refuseHeld(holder, request.role);
  return {
    type: 'role.granted',
    subject: { kind: 'person', id: holder.person },
    data: { person: holder.person, role: request.role, request: request.entry },
  };
}

/** Pure: takes a role back; throws `conflict` `role.role-not-held`, `conflict` `role.last-admin`, `missing` `person.not-found`. */
export function revokeRole(
  holder: RoleHolder | undefined,
  { role, reason }: { role: Role; reason: string },
  who: Administration,
): DraftOf<'role.revoked'> {
  const { person, roles } = administered(holder, who);
  if (!roles.includes(role)) throw new DomainError('conflict', 'role.role-not-held', { role });
  if (role === 'admin') keepOneAdmin(person, who);
  return { type: 'role.revoked', subject: { kind: 'person', id: person }, data: { person, role, reason } };
}

/** Why access ends, how much work the person still has, and whether it ends all the same. */
export interface Ending {
  readonly reason: string;
  readonly openWork: number;
  readonly despiteOpenWork: boolean;
}

/**
 * Pure: ends a person's access for good; throws `missing` `person.not-found`, `conflict` `role.last-admin`, and
 * `person.open-work` (fact `count`) where work is left and nobody said that it ends all the same: a lost or stolen
 * account must be closed at once, everybody else hands over first.
 */
export function deactivatePerson(
  holder: RoleHolder | undefined,
  { reason, openWork, despiteOpenWork }: Ending,
  who: Administration,
): DraftOf<'person.deactivated'> {
  const { person } = administered(holder, who);
  keepOneAdmin(person, who);
  if (openWork > 0 && !despiteOpenWork)
    throw new DomainError('conflict', 'person.open-work', { count: String(openWork) });
  return { type: 'person.deactivated', subject: { kind: 'person', id: person }, data: { person, reason } };
}

/** An administrator reaches the people of the own agency; those of the installation reach everybody. */
function administered(holder: RoleHolder | undefined, who: Administration): RoleHolder {
  if (holder?.active && (holder.agency === who.agency || who.ofInstallation)) return holder;
  throw new DomainError('missing', 'person.not-found');
}

function refuseHeld({ roles }: RoleHolder, role: Role): void {
  if (roles.includes(role)) throw new DomainError('conflict', 'role.role-held', { role });
  refuseConflict(roles, role);
}

function keepOneAdmin(person: PersonId, { admins }: Administration): void {
  if (admins.length === 1 && admins[0] === person) throw new DomainError('conflict', 'role.last-admin');
}
