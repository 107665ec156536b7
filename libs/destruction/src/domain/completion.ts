import type { LotId } from '#kernel';
import type { EventState } from './event.js';

/** What became of each line of a frozen list, as far as events and exclusions tell. */
export interface BatchCompletion {
  /** True when every line was destroyed, returned, found missing or excluded, and no event runs. */
  readonly complete: boolean;
  /** Lots that nothing accounts for yet, in the order of the list. */
  readonly openLots: readonly LotId[];
  /** References of events that have not ended. */
  readonly openEvents: readonly string[];
}

export interface CompletionFacts {
  readonly list: readonly { readonly lot: LotId }[];
  readonly excluded: readonly { readonly lot: LotId }[];
  readonly events: readonly {
    readonly reference: string;
    readonly state: EventState;
    readonly lines: readonly { readonly lot: LotId; readonly staged?: string }[];
  }[];
}

/**
 * Is the batch done? A closed event accounts for all of its lines, a cancelled one for those that were staged: their
 * goods went back into custody and left the batch.
 */
export function completionOf({ list, excluded, events }: CompletionFacts): BatchCompletion {
  const settled = new Set<LotId>(excluded.map(({ lot }) => lot));
  for (const { state, lines } of events) {
    for (const { lot, staged } of lines) {
      if (state === 'closed' || (state === 'cancelled' && staged !== undefined)) settled.add(lot);
    }
  }
  const openLots = list.map(({ lot }) => lot).filter((lot) => !settled.has(lot));
  const openEvents = events
    .filter(({ state }) => state === 'planned' || state === 'staged')
    .map(({ reference }) => reference);
  return { complete: openLots.length === 0 && openEvents.length === 0, openLots, openEvents };
}
