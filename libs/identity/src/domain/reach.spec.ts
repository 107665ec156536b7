import { roles, type Role } from '#entries';
import { newId, type AgencyId, type PersonId } from '#kernel';
import { accessMatrix, actions } from './access-matrix.js';
import type { Actor, Engagement } from './actor.js';
import {
  decideAccess,
  readAction,
  requireAction,
  scopesOf,
  type Sighting,
  type SubjectOfAccess,
} from './reach.js';

const mine = newId<AgencyId>();
const other = newId<AgencyId>();
const audited = newId<AgencyId>();

const actor = (held: readonly Role[], engagements: readonly Engagement[] = []): Actor => ({
  person: newId<PersonId>(),
  username: 'one',
  name: 'One',
  agency: mine,
  agencyCode: 'one',
  agencyNames: { zh: '一', en: 'One' },
  functions: [],
  roles: held,
  engagements,
});
const engagement: Engagement = { agencies: [audited], installation: false, untilMs: 1 };
const whole: Engagement = { agencies: [], installation: true, untilMs: 1 };
/** How subjects may be seen: each with the scopes that cover it. */
const cases: Readonly<Record<string, { sightings: readonly Sighting[]; coveredBy: readonly string[] }>> = {
  'of the own agency': { sightings: [{ agency: mine, relation: 'own' }], coveredBy: ['own', 'joint'] },
  'on which the agency is named': { sightings: [{ agency: mine, relation: 'joint' }], coveredBy: ['joint'] },
  'of an audited agency': { sightings: [{ agency: audited, relation: 'own' }], coveredBy: ['audited'] },
  'on which an audited agency is named': {
    sightings: [
      { agency: other, relation: 'own' },
      { agency: audited, relation: 'joint' },
    ],
    coveredBy: ['audited'],
  },
  'of another agency': { sightings: [{ agency: other, relation: 'own' }], coveredBy: [] },
  'that does not exist': { sightings: [], coveredBy: [] },
};
const kindOf = new Map(
  (Object.entries(readAction) as [SubjectOfAccess, string][]).map(([kind, action]) => [
    action.split('.')[0]!,
    kind,
  ]),
);

describe('the authorisation matrix, every cell in both directions', () => {
  for (const action of actions) {
    for (const role of roles) {
      const scope = accessMatrix[action][role];
      const holder = actor([role], role === 'auditor' ? [engagement] : []);
      it(`${role} ${scope ? `may ${action} (${scope})` : `may not ${action}`}`, () => {
        if (scope === 'audited-whole') {
          expect(() => requireAction(holder, action)).toThrow('access.no-whole-engagement');
          expect(requireAction(actor([role], [whole]), action)).toEqual([scope]);
        } else if (scope) expect(requireAction(holder, action)).toEqual([scope]);
        else {
          expect(() => requireAction(holder, action)).toThrow('access.role-missing');
          expect(scopesOf(holder, action)).toEqual([]);
        }
      });

      const kind = kindOf.get(action.split('.')[0]!);
      if (!kind) continue;
      it(`${role}: ${action} on a ${kind}, however it is seen`, () => {
        for (const [name, { sightings, coveredBy }] of Object.entries(cases)) {
          const seen = coveredBy.includes(accessMatrix[readAction[kind]][role] ?? 'none');
          const reached = coveredBy.includes(scope ?? 'none');
          const denied = !scope ? 'access.role-missing' : reached ? 'nothing' : 'access.other-agency';
          const refusal = seen ? denied : `${kind}.unknown`;
          expect(`${name}: ${refusalOf(() => decideAccess(holder, action, kind, sightings))}`).toBe(
            `${name}: ${refusal}`,
          );
        }
      });
    }
  }
});

function refusalOf(decide: () => void): string {
  try {
    decide();
    return 'nothing';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('scopes', () => {
  it('names the roles that may, where a role is missing', () => {
    expect(() => requireAction(actor(['witness']), 'certificate.revoke')).toThrow(
      expect.objectContaining({
        kind: 'refused',
        facts: { action: 'certificate.revoke', roles: 'issuer, approver', rolesZh: '签发人、审批人' },
      }),
    );
  });

  it('gives a person with several roles the reach of each', () => {
    expect(scopesOf(actor(['approver', 'witness']), 'lot.read')).toEqual(['own']);
    expect(() => requireAction(actor(['approver', 'witness']), 'event.witness')).not.toThrow();
  });

  it('gives nothing to a person without roles', () => {
    for (const action of actions) expect(scopesOf(actor([]), action)).toEqual([]);
  });

  it('lets an auditor without a running engagement see nothing', () => {
    const idle = actor(['auditor']);
    expect(() => requireAction(idle, 'ledger.verify')).toThrow('access.no-engagement');
    expect(() => decideAccess(idle, 'lot.read', 'lot', [{ agency: mine, relation: 'own' }])).toThrow(
      'lot.unknown',
    );
  });

  it('lets an auditor of the whole installation see every agency, and still nothing that does not exist', () => {
    const auditor = actor(['auditor'], [whole]);
    expect(() =>
      decideAccess(auditor, 'lot.read', 'lot', [{ agency: other, relation: 'own' }]),
    ).not.toThrow();
    expect(() => decideAccess(auditor, 'lot.read', 'lot', [])).toThrow('lot.unknown');
  });

  it('lets an auditor change nothing: the role appears in no row beyond reads, proofs and the own account', () => {
    const own = ['session.end', 'step-up.make', 'password.change', 'passkey.manage'];
    const writes = actions.filter(
      (action) => accessMatrix[action].auditor && !/\.(read|original|preview|proof|verify)$/.test(action),
    );
    expect(writes).toEqual(own);
  });

  it('lets an administrator see no case', () => {
    for (const action of Object.values(readAction)) expect(accessMatrix[action].admin).toBeUndefined();
  });
});
