import type { DraftOf, Names } from '#entries';
import { DomainError, type AgencyId } from '#kernel';
import type { Actor } from './actor.js';

/** Agencies with this function run the installation: their administrators add agencies and engage auditors. */
export const installationFunction = 'installation';

const code = /^[a-z][a-z0-9-]{1,19}$/;
/** Code of the installation itself, under which the first entries are recorded. */
export const systemCode = 'sys';

export function runsInstallation(actor: Pick<Actor, 'functions' | 'roles'>): boolean {
  return actor.roles.includes('admin') && actor.functions.includes(installationFunction);
}

/**
 * Pure: adds an agency. Throws `refused` `agency.installation-only` for administrators of other agencies, `invalid`
 * `agency.code-malformed` (2 to 20 of a-z, 0-9, hyphen, a letter first).
 */
export function addAgency(
  actor: Actor,
  agency: { id: AgencyId; code: string; names: Names; functions: readonly string[] },
): DraftOf<'agency.added'> {
  if (!runsInstallation(actor)) throw new DomainError('refused', 'agency.installation-only');
  if (!code.test(agency.code)) {
    throw new DomainError('invalid', 'agency.code-malformed', {}, [
      { pointer: '/code', code: 'agency.code-malformed' },
    ]);
  }
  const { id, names, functions } = agency;
  return {
    type: 'agency.added',
    subject: { kind: 'agency', id },
    data: { agency: id, code: agency.code, names, functions },
  };
}
