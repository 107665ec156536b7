import type { DraftOf } from '#entries';
import { DomainError, type AgencyId, type Instant } from '#kernel';
import type { Actor } from './actor.js';
import type { RoleHolder } from './grant-role.js';
import { runsInstallation } from './installation.js';

/** An engagement that runs longer than this is not one. */
const longestMs = 366 * 24 * 60 * 60_000;

/**
 * Pure: lets an auditor look at agencies, or at the whole installation, until a moment within a year.
 * Throws `refused` `agency.installation-only`, `missing` `person.not-found`, `conflict` `engagement.not-auditor`,
 * `invalid` `engagement.period`, `engagement.no-agencies`.
 */
export function grantEngagement(
  holder: RoleHolder | undefined,
  given: { agencies: readonly AgencyId[]; installation: boolean; until: Instant; nowMs: number },
  actor: Actor,
): DraftOf<'engagement.granted'> {
  if (!runsInstallation(actor)) throw new DomainError('refused', 'agency.installation-only');
  if (!holder?.active) throw new DomainError('missing', 'person.not-found');
  if (!holder.roles.includes('auditor')) throw new DomainError('conflict', 'engagement.not-auditor');
  const { agencies, installation, until, nowMs } = given;
  const wrong = (pointer: string, code: string) => new DomainError('invalid', code, {}, [{ pointer, code }]);
  const lengthMs = Date.parse(until) - nowMs;
  if (lengthMs <= 0 || lengthMs > longestMs) throw wrong('/until', 'engagement.period');
  if (agencies.length === 0 && !installation) throw wrong('/agencies', 'engagement.no-agencies');
  return {
    type: 'engagement.granted',
    subject: { kind: 'person', id: holder.person },
    data: { person: holder.person, agencies, until, ...(installation && { installation }) },
  };
}
