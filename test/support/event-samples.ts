import { derivedId, type AgencyId, type BatchId, type EntryId, type EventId } from '#kernel';
import type { Instant, LotId, PersonId } from '#kernel';
import type {
  DestructionEvent,
  EventLine,
  LineResult,
  Statement,
} from '../../libs/destruction/src/domain/event.js';
import type { ClosingFacts } from '../../libs/destruction/src/domain/open-items.js';

/** Ids that read the same in every run: `lot(1)` sorts before `lot(2)`. */
export const lot = (n: number) => `00000000-0000-8000-8000-${String(n).padStart(12, '0')}` as LotId;
export const agency = (code: string) => derivedId<AgencyId>('agency', code);
export const person = (name: string) => derivedId<PersonId>('person', name);
export const entry = (name: string) => derivedId<EntryId>('entry', name);
export const start = '2026-11-24T01:00:00.000Z' as Instant;

/** A line of 1,860 pieces that is allocated; `own` carries it further. */
export const line = (n: number, own: Partial<EventLine> = {}): EventLine => ({
  lot: lot(n),
  unit: 'piece',
  allocated: '1860',
  excluded: false,
  ...own,
});
export const stagedLine = (n: number, own: Partial<EventLine> = {}): EventLine =>
  line(n, { staged: '1860', short: '0', ...own });
export const result = (own: Partial<LineResult> = {}): LineResult => ({
  destroyed: '1860',
  returned: '0',
  missing: '0',
  ...own,
});
export const doneLine = (n: number, own: Partial<LineResult> = {}): EventLine =>
  stagedLine(n, { result: result(own) });

export const statement = (who: string, from: string, lots: readonly number[], stale = false): Statement => ({
  person: person(who),
  agency: agency(from),
  lines: lots.map(lot),
  stale,
  entry: entry(`statement ${who}`),
});

/** An event of the market bureau at its yard, with two witnesses. */
export const event = (own: Partial<DestructionEvent> = {}): DestructionEvent => ({
  id: derivedId<EventId>('event', '1'),
  reference: 'HD-2026-0044',
  batch: derivedId<BatchId>('batch', '1'),
  submission: entry('submission'),
  planned: entry('planned'),
  agency: agency('mr'),
  site: 'yard',
  state: 'staged',
  startsAt: start,
  lead: person('lead'),
  witnesses: [person('own'), person('outside')],
  lines: [stagedLine(1)],
  statements: [],
  ...own,
});

/** An event that may be closed as it stands. */
export const closing = (
  own: Partial<DestructionEvent> = {},
  more: Partial<ClosingFacts> = {},
): ClosingFacts => {
  const lines = own.lines ?? [doneLine(1)];
  return {
    event: event({
      lines,
      statements: [statement('own', 'mr', [1, 2, 3]), statement('outside', 'ps', [1, 2, 3])],
      ...own,
    }),
    photos: new Set(['before', 'during', 'after']),
    keepers: new Map(lines.map((one) => [one.lot, agency('mr')])),
    obstacles: new Map(),
    witnessesPerLine: 2,
    witnessesFromOutside: 1,
    ...more,
  };
};
