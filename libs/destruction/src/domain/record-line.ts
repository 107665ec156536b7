import type { DraftOf } from '#entries';
import { DomainError, type LotId } from '#kernel';
import { compare, difference, sumOf } from './amounts.js';
import {
  refuseOver,
  type DestructionEvent,
  type EventLine,
  type LineResult,
  type Obstacles,
} from './event.js';

export interface RecordFacts {
  readonly event: DestructionEvent;
  readonly obstacles: Obstacles;
  /** True for lots whose base unit is one of mass: scales and moisture make them differ. */
  readonly byMass: boolean;
  /** Is this measured amount close enough to what was staged (share of the rule pack)? */
  readonly withinTolerance: (staged: string, measured: string) => boolean;
}

/**
 * What became of a line at the site. Counted goods: destroyed + returned + missing = staged. Goods by mass: what the
 * scale says (`netKg`, else `destroyed`) counts, and may differ within the pack's tolerance with a reason, and beyond it
 * by exactly what an approver confirmed. May be
 * recorded anew until the event is closed. Throws `conflict` `event.over`, `event.line-excluded`,
 * `event.line-not-staged`, an obstacle where something would be destroyed, `event.beyond-tolerance`; `invalid`
 * `event.line-sum`, `event.net-differs`, `event.reason-missing`; `missing` `event.line-unknown`.
 */
export function recordLine(
  request: LineResult & { readonly lot: LotId },
  facts: RecordFacts,
): DraftOf<'event.line-recorded'> {
  const { event } = facts;
  refuseOver(event);
  const line = event.lines.find(({ lot }) => lot === request.lot);
  if (!line) throw new DomainError('missing', 'event.line-unknown', { lot: request.lot });
  const staged = stagedOf(line);
  const { lot, returned, missing, netKg, reason } = request;
  const destroyed = measured(request, staged, facts);
  refuseObstacle(lot, destroyed, facts);
  refuseSum({ line, staged, sum: sumOf(destroyed, returned, missing) }, facts);
  const weighed = compare(sumOf(destroyed, returned, missing), staged) !== 0;
  if ((missing !== '0' || weighed) && reason === undefined) throw wrong('event.reason-missing', '/reason');
  return {
    type: 'event.line-recorded',
    subject: { kind: 'event', id: event.id },
    data: {
      lot,
      destroyed,
      returned,
      missing,
      unit: line.unit,
      ...(netKg !== undefined && { netKg }),
      ...(reason !== undefined && { reason }),
    },
  };
}

function stagedOf(line: EventLine): string {
  if (line.excluded) throw new DomainError('conflict', 'event.line-excluded', { lot: line.lot });
  if (line.staged === undefined)
    throw new DomainError('conflict', 'event.line-not-staged', { lot: line.lot });
  return line.staged;
}

/** The amount that is gone: by the scale where goods are booked by mass and were weighed. */
function measured(request: LineResult, staged: string, { byMass }: RecordFacts): string {
  const { destroyed, returned, missing, netKg } = request;
  if (!byMass || netKg === undefined || compare(destroyed, netKg) === 0) return destroyed;
  const booked = compare(sumOf(destroyed, returned, missing), staged) === 0;
  if (!booked) throw wrong('event.net-differs', '/netKg', { destroyed, netKg });
  return netKg;
}

function refuseObstacle(lot: LotId, destroyed: string, { obstacles }: RecordFacts): void {
  const obstacle = obstacles.get(lot);
  if (obstacle && destroyed !== '0') throw new DomainError('conflict', obstacle, { lot });
}

function refuseSum(
  { line, staged, sum }: { line: EventLine; staged: string; sum: string },
  { byMass, withinTolerance }: RecordFacts,
): void {
  if (compare(sum, staged) === 0) return;
  const facts = { staged, sum, unit: line.unit, difference: difference(sum, staged) };
  if (!byMass) throw wrong('event.line-sum', '/destroyed', facts);
  if (line.confirmed !== undefined && compare(line.confirmed, sum) === 0) return;
  if (!withinTolerance(staged, sum)) throw new DomainError('conflict', 'event.beyond-tolerance', facts);
}

function wrong(code: string, pointer: string, facts: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer, code, facts }]);
}
