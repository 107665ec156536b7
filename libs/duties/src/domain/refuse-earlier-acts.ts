import type { Act } from '#entries';
import { DomainError, type EntryId, type LotId, type PersonId } from '#kernel';
import { dutyRules, type DutyRule } from './duty-rules.js';

/** What a person did to a lot, and the entry that proves it. */
export interface ActOnLot {
  readonly lot: LotId;
  readonly person: PersonId;
  readonly act: Act;
  readonly entry: EntryId;
}

/**
 * Pure: refuses a person who did one of the barring acts to one of these goods. `acts` narrows or widens the rule's
 * own list where the caller knows better.
 * Throws `refused` `duties.same-goods` with facts `rule`, `act`, `entry` and `lot` of the first act in the given order.
 */
export function refuseEarlierActs(
  done: readonly ActOnLot[],
  asked: { person: PersonId; rule: DutyRule; acts?: readonly Act[] },
): void {
  const barring: readonly Act[] = asked.acts ?? dutyRules[asked.rule];
  const earlier = done.find(({ person, act }) => person === asked.person && barring.includes(act));
  if (!earlier) return;
  const { act, entry, lot } = earlier;
  throw new DomainError('refused', 'duties.same-goods', { rule: asked.rule, act, entry, lot });
}
