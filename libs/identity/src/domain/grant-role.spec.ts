import { roles, type Role } from '#entries';
import { newId, type AgencyId, type EntryId, type PersonId } from '#kernel';
import {
  confirmRole,
  deactivatePerson,
  giveRole,
  revokeRole,
  twoPersonRoles,
  type RoleHolder,
} from './grant-role.js';
import { conflictingRole } from './role-conflicts.js';

const agency = newId<AgencyId>();
const admin = newId<PersonId>();
const second = newId<PersonId>();
const person = newId<PersonId>();
const holder = (held: readonly Role[] = [], changes: Partial<RoleHolder> = {}): RoleHolder => ({
  person,
  agency,
  active: true,
  roles: held,
  ...changes,
});
const two = { by: admin, agency, ofInstallation: false, admins: [admin, second] };
const single = { ...two, admins: [admin] };
const left = { reason: 'left', openWork: 0, despiteOpenWork: false };

describe('granting a role', () => {
  for (const role of roles) {
    const needsTwo = twoPersonRoles.includes(role);
    it(`${role}: ${needsTwo ? 'is only requested, a second administrator must confirm' : 'is granted at once'}`, () => {
      expect(giveRole(holder(), role, two).type).toBe(needsTwo ? 'role.requested' : 'role.granted');
    });
  }

  it('lets the single administrator of an installation grant alone, and the entry says so', () => {
    expect(giveRole(holder(), 'admin', single)).toMatchObject({
      type: 'role.granted',
      data: { bootstrap: true },
    });
    expect(giveRole(holder(), 'officer', single).data).not.toHaveProperty('bootstrap');
  });

  it('lets nobody give a role to themselves, not even the single administrator', () => {
    const self = holder(['admin'], { person: admin });
    for (const role of roles) expect(() => giveRole(self, role, single)).toThrow('role.own-role');
  });

  it('refuses a role that is held, and people who are gone or of another agency', () => {
    expect(() => giveRole(holder(['officer']), 'officer', two)).toThrow('role.role-held');
    expect(() => giveRole(undefined, 'officer', two)).toThrow('person.not-found');
    expect(() => giveRole(holder([], { active: false }), 'officer', two)).toThrow('person.not-found');
    expect(() => giveRole(holder([], { agency: newId() }), 'officer', two)).toThrow('person.not-found');
  });

  it('lets administrators of the installation reach people of other agencies', () => {
    const there = holder([], { agency: newId() });
    expect(giveRole(there, 'officer', { ...two, ofInstallation: true }).type).toBe('role.granted');
  });
});

describe('confirming a requested role', () => {
  const request = { entry: newId<EntryId>(), role: 'approver', requester: admin, open: true } as const;

  it('grants with the request named', () => {
    expect(confirmRole(holder(), request, second)).toMatchObject({
      type: 'role.granted',
      data: { person, role: 'approver', request: request.entry },
    });
  });

  it('refuses the administrator who requested', () => {
    expect(() => confirmRole(holder(), request, admin)).toThrow('role.second-admin');
  });

  it('refuses the person concerned', () => {
    expect(() => confirmRole(holder([], { person: second }), request, second)).toThrow('role.own-role');
  });

  it('refuses a settled request, a deactivated person and what conflicts by now', () => {
    expect(() => confirmRole(holder(), { ...request, open: false }, second)).toThrow('role.request-closed');
    expect(() => confirmRole(holder([], { active: false }), request, second)).toThrow('person.not-found');
    expect(() => confirmRole(holder(['approver']), request, second)).toThrow('role.role-held');
    expect(() => confirmRole(holder(['auditor']), request, second)).toThrow('role.role-conflict');
  });
});

describe('roles that one person can’t hold together', () => {
  const apart = new Set(['officer custodian', 'officer coordinator', 'custodian coordinator']);
  for (const one of roles) {
    for (const two of roles.slice(roles.indexOf(one) + 1)) {
      const expected =
        apart.has(`${one} ${two}`) || [one, two].some((role) => role === 'admin' || role === 'auditor');
      it(`${one} and ${two}: ${expected ? 'refused' : 'fine'}, whichever comes first`, () => {
        expect(conflictingRole([one], two)).toBe(expected ? one : undefined);
        expect(conflictingRole([two], one)).toBe(expected ? two : undefined);
      });
    }
  }

  it('names the held role in the refusal', () => {
    expect(() => giveRole(holder(['officer', 'witness']), 'custodian', two)).toThrow(
      expect.objectContaining({ kind: 'conflict', facts: { role: 'custodian', held: 'officer' } }),
    );
  });
});

describe('taking back', () => {
  it('refuses to take a role that is not held', () => {
    expect(() => revokeRole(holder(), { role: 'issuer', reason: 'left' }, two)).toThrow('role.role-not-held');
  });

  it('keeps the last administrator', () => {
    const last = holder(['admin'], { person: admin });
    expect(() => revokeRole(last, { role: 'admin', reason: 'left' }, single)).toThrow('role.last-admin');
    expect(() => deactivatePerson(last, left, single)).toThrow('role.last-admin');
    expect(deactivatePerson(last, left, two).type).toBe('person.deactivated');
  });

  it('refuses people of other agencies', () => {
    const there = holder(['officer'], { agency: newId() });
    expect(() => revokeRole(there, { role: 'officer', reason: 'left' }, two)).toThrow('person.not-found');
    expect(() => deactivatePerson(there, left, two)).toThrow('person.not-found');
  });
});

describe('closing an account', () => {
  it('waits while work is left, unless it is said that it must be closed all the same', () => {
    const open = { ...left, openWork: 3 };
    expect(() => deactivatePerson(holder(), open, two)).toThrow('person.open-work');
    expect(deactivatePerson(holder(), { ...open, despiteOpenWork: true }, two).type).toBe(
      'person.deactivated',
    );
  });
});
