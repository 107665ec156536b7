import { DomainError, type AgencyId, type BatchId, type EntryId, type EventId, type Instant } from '#kernel';
import type { LotId, PersonId } from '#kernel';

/**
 * Where an event stands. `planned`: its goods are still in the store; `staged`: goods were counted out of the store,
 * the destruction runs; `closed`, `cancelled`: ended.
 */
export type EventState = 'planned' | 'staged' | 'closed' | 'cancelled';

/** What became of a line at the site; amounts in the lot's base unit. */
export interface LineResult {
  readonly destroyed: string;
  readonly returned: string;
  readonly missing: string;
  /** Net mass as weighed, in kg. */
  readonly netKg?: string;
  readonly reason?: string;
}

/** One lot of an event; amounts in its base unit. */
export interface EventLine {
  readonly lot: LotId;
  readonly unit: string;
  readonly allocated: string;
  /** True where the lot left the batch before it was staged. */
  readonly excluded: boolean;
  /** Absent until a custodian counted the goods out of the store. */
  readonly staged?: string;
  readonly short?: string;
  readonly shortReason?: string;
  /** What an approver confirmed to be measured, beyond the tolerance. */
  readonly confirmed?: string;
  readonly result?: LineResult;
}

/** What a witness stated, and whether a line was changed afterwards. */
export interface Statement {
  readonly person: PersonId;
  readonly agency: AgencyId;
  readonly lines: readonly LotId[];
  readonly stale: boolean;
  readonly entry: EntryId;
}

/** A destruction event as the rules see it. */
export interface DestructionEvent {
  readonly id: EventId;
  readonly reference: string;
  readonly batch: BatchId;
  readonly submission: EntryId;
  readonly planned: EntryId;
  /** The agency that runs it. */
  readonly agency: AgencyId;
  readonly site: string;
  readonly state: EventState;
  readonly startsAt: Instant;
  readonly lead: PersonId;
  readonly witnesses: readonly PersonId[];
  readonly lines: readonly EventLine[];
  readonly statements: readonly Statement[];
}

/** Why goods must not be destroyed now: a hold, or no decision that lets them be. */
export type Obstacle = 'event.lot-on-hold' | 'event.decision-gone';
export type Obstacles = ReadonlyMap<LotId, Obstacle>;

/** Throws `conflict` `event.over` for an event that has ended. */
export function refuseOver({ state, reference }: Pick<DestructionEvent, 'state' | 'reference'>): void {
  if (state === 'closed' || state === 'cancelled') {
    throw new DomainError('conflict', 'event.over', { state, event: reference });
  }
}

/** The lines that are still part of the event, in the order of lot ids. */
export function linesIn({ lines }: Pick<DestructionEvent, 'lines'>): readonly EventLine[] {
  return lines.filter(({ excluded }) => !excluded);
}

const nothing: LineResult = { destroyed: '0', returned: '0', missing: '0' };

/** What became of a line; where all of it was short at the store, nothing is left to record. */
export function resultOf(line: EventLine): LineResult | undefined {
  return line.result ?? (line.staged === '0' ? nothing : undefined);
}
