import type { Role } from '#entries';
import { DomainError, type AgencyId } from '#kernel';
import { accessMatrix, type Action, type Scope } from './access-matrix.js';
import type { Actor } from './actor.js';

export type Relation = 'own' | 'joint';

/** How an agency stands to a subject: its own, or one on which it is named. */
export interface Sighting {
  readonly agency: AgencyId;
  readonly relation: Relation;
}

/** Kinds of subjects that agencies see or do not see. */
export type SubjectOfAccess =
  | 'seizure'
  | 'lot'
  | 'photo'
  | 'document'
  | 'appraisal'
  | 'decision'
  | 'hold'
  | 'transfer'
  | 'batch'
  | 'event'
  | 'certificate';

/** The action that decides whether a subject of this kind is seen at all. */
export const readAction: Readonly<Record<SubjectOfAccess, Action>> = {
  seizure: 'seizure.read',
  lot: 'lot.read',
  photo: 'photo.read',
  document: 'document.read',
  appraisal: 'appraisal.read',
  decision: 'decision.read',
  hold: 'hold.read',
  transfer: 'transfer.read',
  batch: 'batch.read',
  event: 'event.read',
  certificate: 'certificate.read',
};

/** domain.md, People and duties. */
const chineseName: Readonly<Record<Role, string>> = {
  officer: '执法人员',
  custodian: '保管员',
  coordinator: '处置经办人',
  approver: '审批人',
  witness: '监销人',
  issuer: '签发人',
  auditor: '审计人员',
  admin: '管理员',
};

/** Pure: the scopes that the actor's roles give for an action; empty = none. */
export function scopesOf(actor: Pick<Actor, 'roles'>, action: Action): Scope[] {
  const row = accessMatrix[action];
  return [...new Set(actor.roles.flatMap((role) => row[role] ?? []))];
}

/** Pure: does any of these scopes cover a subject that is seen so? */
export function covers(actor: Actor, scopes: readonly Scope[], sightings: readonly Sighting[]): boolean {
  return scopes.some((scope) => sightings.some((sighting) => covered(actor, scope, sighting)));
}

function covered(actor: Actor, scope: Scope, { agency, relation }: Sighting): boolean {
  if (scope === 'installation') return true;
  if (scope === 'audited-whole') return auditsWhole(actor);
  if (scope === 'audited') return auditsWhole(actor) || auditedAgencies(actor).includes(agency);
  return agency === actor.agency && (relation === 'own' || scope === 'joint');
}

export function auditsWhole(actor: Actor): boolean {
  return actor.engagements.some(({ installation }) => installation);
}

export function auditedAgencies(actor: Actor): AgencyId[] {
  return actor.engagements.flatMap(({ agencies }) => agencies);
}

/**
 * Pure: refuses an actor none of whose roles has the action: `refused` `access.role-missing`, which names the roles
 * that may; `refused` `access.no-engagement` for an auditor without a running engagement, `access.no-whole-engagement`
 * where it does not cover the whole installation but must.
 */
export function requireAction(actor: Actor, action: Action): Scope[] {
  const scopes = scopesOf(actor, action);
  if (scopes.length === 0) {
    const roles = Object.keys(accessMatrix[action]) as Role[];
    throw new DomainError('refused', 'access.role-missing', {
      action,
      roles: roles.join(', '),
      rolesZh: roles.map((role) => chineseName[role]).join('、'),
    });
  }
  const only = (scope: Scope) => scopes.every((one) => one === scope);
  if (only('audited') && actor.engagements.length === 0) {
    throw new DomainError('refused', 'access.no-engagement');
  }
  if (only('audited-whole') && !auditsWhole(actor)) {
    throw new DomainError('refused', 'access.no-whole-engagement');
  }
  return scopes;
}

/**
 * Pure: decides on one subject. What is not seen in any scope that the roles give for reading is `missing`
 * `<kind>.unknown`; then {@link requireAction}; then `refused` `access.other-agency` where the subject is seen but
 * the action does not reach it.
 */
export function decideAccess(
  actor: Actor,
  action: Action,
  kind: SubjectOfAccess,
  sightings: readonly Sighting[],
): void {
  const reading = scopesOf(actor, readAction[kind]);
  if (!covers(actor, reading, sightings)) throw new DomainError('missing', `${kind}.unknown`);
  const scopes = requireAction(actor, action);
  if (!covers(actor, scopes, sightings)) throw new DomainError('refused', 'access.other-agency', { action });
}
