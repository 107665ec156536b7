import type { Role } from '#entries';

/**
 * How far a role reaches with an action.
 * `own`: subjects of the person's agency. `joint`: those, and batches, events and certificates on which the agency is
 * named. `audited`: subjects of the agencies of a running engagement. `audited-whole`: only in an engagement for the
 * whole installation (the ledger can't be cut by agency). `installation`: everywhere (subjects that belong to no
 * agency). No entry = none.
 */
export type Scope = 'own' | 'joint' | 'audited' | 'audited-whole' | 'installation';
export type Row = Partial<Readonly<Record<Role, Scope>>>;

const everyone = (scope: Scope): Row => ({ ...caseRoles(scope), auditor: scope, admin: scope });
/** Roles that work on cases, as far as `scope` reaches. */
const caseRoles = (scope: Scope): Row => ({
  officer: scope,
  custodian: scope,
  coordinator: scope,
  approver: scope,
  witness: scope,
  issuer: scope,
});
/** Reads of what belongs to a case: case roles as far as `scope` reaches, auditors within their engagement. */
const readers = (scope: Scope): Row => ({ ...caseRoles(scope), auditor: 'audited' });

/**
 * The authorisation matrix: action → role → scope. The one place that says who may do what; the guard reads it and
 * its tests are generated from it. Separation of duties over the same goods is #duties, on top of this.
 */
const rows = {
  'session.end': everyone('installation'),
  'step-up.make': everyone('installation'),
  'password.change': everyone('installation'),
  'passkey.manage': everyone('installation'),
  'me.read': everyone('installation'),
  'catalogue.read': everyone('installation'),
  'catalogue.override': { admin: 'installation' },
  'people.read': everyone('installation'),
  'people.manage': { admin: 'own' },
  'role.confirm': { admin: 'installation' },
  'agency.read': everyone('installation'),
  'agency.manage': { admin: 'installation' },
  'engagement.grant': { admin: 'installation' },

  'seizure.register': { officer: 'own' },
  'seizure.confirm': { officer: 'own' },
  'seizure.read': readers('own'),
  'lot.read': readers('own'),
  'photo.add': { officer: 'joint', custodian: 'joint', coordinator: 'joint' },
  'photo.read': readers('joint'),
  'photo.original': {
    officer: 'own',
    custodian: 'own',
    coordinator: 'own',
    approver: 'own',
    auditor: 'audited',
  },
  'document.add': { officer: 'own', custodian: 'own', coordinator: 'own' },
  'document.read': readers('own'),
  'appraisal.record': { officer: 'own' },
  'appraisal.read': readers('own'),
  'decision.record': { officer: 'own' },
  'decision.read': readers('own'),
  'hold.place': { officer: 'own', custodian: 'own', coordinator: 'own', approver: 'own' },
  'hold.release': { officer: 'own', coordinator: 'own', approver: 'own' },
  'hold.read': readers('own'),

  'transfer.offer': { officer: 'own', custodian: 'own' },
  'transfer.accept': { custodian: 'own' },
  'transfer.confirm': { officer: 'own', custodian: 'own' },
  'transfer.refuse': { officer: 'own', custodian: 'own' },
  'transfer.read': readers('own'),

  'batch.draft': { coordinator: 'own' },
  'batch.submit': { coordinator: 'own' },
  'batch.withdraw': { coordinator: 'own' },
  'batch.remind': { coordinator: 'own' },
  'batch.approve': { approver: 'joint' },
  'batch.read': readers('joint'),

  'event.plan': { coordinator: 'own' },
  'event.postpone': { coordinator: 'own' },
  'event.cancel': { coordinator: 'own' },
  'event.stage': { custodian: 'joint' },
  'event.record': { coordinator: 'own' },
  'event.confirm-difference': { approver: 'own' },
  'event.witness': { witness: 'joint' },
  'event.close': { coordinator: 'own' },
  'event.read': readers('joint'),

  'certificate.preview': { issuer: 'joint', approver: 'joint', coordinator: 'joint', auditor: 'audited' },
  'certificate.issue': { issuer: 'own' },
  'certificate.read': readers('joint'),
  'certificate.void': { issuer: 'own' },
  'certificate.revoke': { issuer: 'own', approver: 'own' },
  'certificate.confirm-revocation': { issuer: 'own', approver: 'own' },
  'report.prepare': { coordinator: 'own' },
  'report.release': { approver: 'own' },
  'report.withdraw': { coordinator: 'own', approver: 'own' },
  'concern.read': { coordinator: 'own', admin: 'installation' },
  'concern.handle': { coordinator: 'own', admin: 'installation' },

  'ledger.read': { auditor: 'audited-whole' },
  'ledger.proof': everyone('installation'),
  'ledger.verify': { auditor: 'audited', admin: 'installation' },
  'status.read': { auditor: 'audited', admin: 'installation' },
  'audit.read': { auditor: 'audited' },
} satisfies Record<string, Row>;

export type Action = keyof typeof rows;
export const accessMatrix: Readonly<Record<Action, Row>> = rows;
export const actions = Object.keys(rows) as readonly Action[];
