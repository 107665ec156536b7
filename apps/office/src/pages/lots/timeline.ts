import type { Entry, SubjectKind } from '#entries';
import type { NumberedEntry } from '#ledger';
import { detailsOf, movesOf, type TimelineView } from './timeline-details.js';

const places: Readonly<Partial<Record<SubjectKind, string>>> = {
  seizure: '/seizures/',
  transfer: '/transfers/',
  batch: '/batches/',
  event: '/events/',
  certificate: '/certificates/',
};
const lateMs = 24 * 3600 * 1000;

/** Where entries stand in the ledger. */
export interface LedgerPlace {
  readonly seq: number;
  readonly leafHash: string;
  readonly short: string;
}

/** One step of a history; several photos in a row are one step. */
export interface TimelineItem {
  readonly date: string;
  readonly time: string;
  readonly name: string;
  readonly type: Entry['type'];
  readonly person: string;
  readonly details: string;
  readonly moves: readonly string[];
  readonly href?: string;
  readonly late?: string;
  /** Set where the entry was recorded much later than it says it happened. */
  readonly recorded?: string;
  readonly entries: readonly LedgerPlace[];
}

/** The history of a lot or case, newest on top. */
export function timelineOf(entries: readonly NumberedEntry[], view: TimelineView): TimelineItem[] {
  const items: TimelineItem[] = [];
  let before: Entry | undefined;
  for (const numbered of entries) {
    const item = itemOf(numbered, view);
    const last = items.at(-1);
    if (last && before && belongTogether(before, numbered.entry, last, item)) {
      items[items.length - 1] = { ...last, entries: [...last.entries, ...item.entries] };
    } else items.push(item);
    before = numbered.entry;
  }
  return items.reverse();
}

function belongTogether(a: Entry, b: Entry, last: TimelineItem, item: TimelineItem): boolean {
  const photos = a.type === 'photo.added' && b.type === 'photo.added';
  return photos && a.actor.person === b.actor.person && last.details === item.details;
}

function itemOf({ seq, leafHash, entry }: NumberedEntry, view: TimelineView): TimelineItem {
  const { words } = view;
  const [date = '', time = ''] = words.time(entry.happened).split(' ');
  const place = places[entry.subject.kind];
  const isLate = Date.parse(entry.recorded) - Date.parse(entry.happened) > lateMs;
  return {
    date,
    time,
    name: words.t(`entry.name-${entry.type}`),
    type: entry.type,
    person: view.person(entry.actor.person),
    details: detailsOf(entry, view),
    moves: movesOf(entry, view),
    ...(place !== undefined && { href: `${place}${entry.subject.id}` }),
    ...(entry.lateReason !== undefined && { late: entry.lateReason }),
    ...(isLate && { recorded: words.time(entry.recorded) }),
    entries: [{ seq, leafHash, short: `${leafHash.slice(0, 6)}…${leafHash.slice(-6)}` }],
  };
}
