import type { DraftOf, EntryOf } from '#entries';
import {
  derivedId,
  DomainError,
  type AgencyId,
  type EntryId,
  type HoldId,
  type LotId,
  type Sha256,
} from '#kernel';
import type { LotFacts } from './case-facts.js';
import { refuseForeignLots } from './own-lots.js';

export interface HoldRequest {
  readonly id: HoldId;
  readonly lots: readonly LotId[];
  readonly reason: string;
  /** Hash of the paper that orders the hold. */
  readonly document?: Sha256;
}

/** A hold as it stands. */
export interface PlacedHold {
  readonly id: HoldId;
  readonly agency: AgencyId;
  readonly lots: readonly LotId[];
  readonly released?: EntryId;
}

/** Keeps lots of the own agency's cases from any disposal until the hold is released. */
export function placeHold(
  request: HoldRequest,
  lots: readonly LotFacts[],
  agency: AgencyId,
): DraftOf<'hold.placed'> {
  refuseForeignLots(lots, agency);
  const { id, ...data } = request;
  return { type: 'hold.placed', subject: { kind: 'hold', id }, data };
}

/**
 * The holds that damaged evidence calls for: one for each agency whose lots it shows, which alone can release it once
 * it is satisfied that the case stands without these bytes or that they are right again.
 */
export function holdsForDamage(
  damage: Pick<EntryOf<'evidence.damaged'>, 'id' | 'data'>,
  lots: readonly LotFacts[],
): DraftOf<'hold.placed'>[] {
  const agencies = [...new Set(lots.map(({ responsible }) => responsible))].sort();
  return agencies.map((agency) => ({
    type: 'hold.placed',
    subject: { kind: 'hold', id: derivedId<HoldId>('hold for damaged evidence', damage.id, agency) },
    data: {
      lots: lots.filter(({ responsible }) => responsible === agency).map(({ lot }) => lot),
      reason: `证据文件与台账记录不符，自动冻结待核查 / evidence differs from the ledger: ${damage.data.sha256}`,
      agency,
      because: damage.id,
    },
  }));
}

/** Ends a hold. Throws `missing` `hold.unknown` for another agency's, `conflict` `hold.already-released`. */
export function releaseHold(
  hold: PlacedHold | undefined,
  { agency, reason }: { readonly agency: AgencyId; readonly reason: string },
): DraftOf<'hold.released'> {
  if (hold === undefined || hold.agency !== agency) throw new DomainError('missing', 'hold.unknown');
  if (hold.released !== undefined) {
    throw new DomainError('conflict', 'hold.already-released', { entry: hold.released });
  }
  return {
    type: 'hold.released',
    subject: { kind: 'hold', id: hold.id },
    data: { hold: hold.id, lots: hold.lots, reason },
  };
}
