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

/** Codes of functions as the catalogue's lead functions are written. */
export interface AgencyChange {
  readonly names: Names;
  readonly functions: readonly string[];
  readonly reason: string;
}

/**
 * Pure: gives an agency other names or functions; its code stays, since numbers carry it. Throws `refused`
 * `agency.installation-only`, `missing` `agency.not-found`, `conflict` `agency.nothing-changes`, and
 * `agency.installation-fixed` where the function that runs the installation would come or go.
 */
export function changeAgency(
  actor: Actor,
  agency: { id: AgencyId; names: Names; functions: readonly string[] } | undefined,
  { names, functions, reason }: AgencyChange,
): DraftOf<'agency.changed'> {
  if (!runsInstallation(actor)) throw new DomainError('refused', 'agency.installation-only');
  if (!agency) throw new DomainError('missing', 'agency.not-found');
  if (agency.functions.includes(installationFunction) !== functions.includes(installationFunction))
    throw new DomainError('conflict', 'agency.installation-fixed');
  const same = (a: readonly string[], b: readonly string[]) => [...a].sort().join() === [...b].sort().join();
  if (agency.names.zh === names.zh && agency.names.en === names.en && same(agency.functions, functions))
    throw new DomainError('conflict', 'agency.nothing-changes');
  return {
    type: 'agency.changed',
    subject: { kind: 'agency', id: agency.id },
    data: { agency: agency.id, names, functions, reason },
  };
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
