import type { DraftOf, Posting } from '#entries';
import { DomainError } from '#kernel';
import { compare, difference, sumOf } from './amounts.js';
import { linesIn, refuseOver, resultOf, type EventLine } from './event.js';
import { linesHash } from './lines-hash.js';
import { countingFor, openItems, type ClosingFacts } from './open-items.js';

/**
 * Ends an event for good: what was destroyed, returned, missing and gained or lost on the scales is posted. Throws
 * `conflict` `event.over`, `event.still-open` (a field for each {@link openItems open item}), `event.nothing-left`
 * (every line left the batch: cancel instead).
 */
export function closeEvent(facts: ClosingFacts): DraftOf<'event.closed'> {
  const { event } = facts;
  refuseOver(event);
  const lines = linesIn(event);
  if (lines.length === 0) throw new DomainError('conflict', 'event.nothing-left');
  const open = openItems(facts);
  if (open.length > 0) {
    throw new DomainError('conflict', 'event.still-open', { count: String(open.length) }, open);
  }
  const witnesses = lines.flatMap(({ lot }) => countingFor(event, lot).map(({ person }) => person));
  return {
    type: 'event.closed',
    subject: { kind: 'event', id: event.id },
    data: { planned: event.planned, linesHash: linesHash(lines), witnesses: [...new Set(witnesses)].sort() },
    postings: lines.flatMap(postingsOf),
  };
}

/** Mass that scales and moisture gained (+) or lost (-): what was measured less what was staged. */
export function weighingOf(line: EventLine): string {
  const result = resultOf(line);
  if (!result || line.staged === undefined) return '0';
  return difference(sumOf(result.destroyed, result.returned, result.missing), line.staged);
}

function postingsOf(line: EventLine): Posting[] {
  const { lot, unit } = line;
  const { destroyed, returned, missing } = resultOf(line)!;
  const weighing = weighingOf(line);
  const gained = compare(weighing, '0') > 0;
  const move = (from: Posting['from'], to: Posting['to'], amount: string): Posting[] =>
    amount === '0' ? [] : [{ lot, from, to, amount, unit }];
  return [
    ...(gained
      ? move('weighing-difference', 'staged', weighing)
      : move('staged', 'weighing-difference', weighing.replace('-', ''))),
    ...move('staged', 'destroyed', destroyed),
    ...move('staged', 'custody', returned),
    ...move('staged', 'shortage', missing),
  ];
}
