import type { EntryId, LotId } from '#kernel';
import type { Entry, EntryDraft } from './entry.js';

/** The lots that an entry touches: those that it names, and those of the entry through which it reaches its list. */
export interface LotsOf {
  readonly lots: readonly LotId[];
  /** All lots of that earlier entry belong too (a frozen list, a planned event, a registered seizure). */
  readonly through?: EntryId;
}

type LotNames = {
  lots?: readonly (LotId | { lot: LotId })[];
  lines?: readonly (LotId | { lot: LotId })[];
  lot?: LotId;
  dropped?: readonly LotId[];
};
type Links = { planned?: EntryId; submission?: EntryId; registered?: EntryId };

/** Pure: which lots does this entry concern? Stored beside it so that history, duties and holds find it. */
export function lotsOf(entry: Pick<Entry, 'data' | 'postings'> | EntryDraft): LotsOf {
  const data = entry.data as LotNames & Links;
  const named = [
    ...(data.lots ?? []),
    ...(data.lines ?? []),
    ...(data.lot ? [data.lot] : []),
    ...(data.dropped ?? []),
  ];
  const lots = new Set<LotId>(named.map((one) => (typeof one === 'string' ? one : one.lot)));
  for (const { lot } of entry.postings ?? []) lots.add(lot);
  if (lots.size > 0) return { lots: [...lots].sort() };
  const through = data.planned ?? data.submission ?? data.registered;
  return through ? { lots: [], through } : { lots: [] };
}
