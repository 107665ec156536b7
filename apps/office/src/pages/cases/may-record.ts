import type { Actor } from '#identity';
import type { AgencyId } from '#kernel';
import { may } from '../shell/navigation.js';

/** Which records about lots of an agency's case this person may add. */
export function mayRecord(actor: Actor, responsible: AgencyId) {
  const own = responsible === actor.agency;
  return {
    appraisal: own && may(actor, 'appraisal.record'),
    decision: own && may(actor, 'decision.record'),
    hold: own && may(actor, 'hold.place'),
  };
}
