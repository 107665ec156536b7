import type { DraftOf, LotAmount, Posting } from '#entries';
import { DomainError, type FieldError, type Instant, type LotId } from '#kernel';
import { compare, sumOf } from './amounts.js';
import { linesIn, refuseOver, type DestructionEvent } from './event.js';
import { refuseUnknown } from './stage-goods.js';

/** Moves an event to another time; staged goods stay where they are. Throws `conflict` `event.over`. */
export function postponeEvent(
  event: DestructionEvent,
  { startsAt, reason }: { readonly startsAt: Instant; readonly reason: string },
): DraftOf<'event.postponed'> {
  refuseOver(event);
  return {
    type: 'event.postponed',
    subject: { kind: 'event', id: event.id },
    data: { planned: event.planned, startsAt, reason },
  };
}

/** Staged goods as they were counted back into the store; amounts in the lot's base unit. */
export interface RecountedLine {
  readonly lot: LotId;
  readonly returned: string;
  readonly missing: string;
}

/**
 * Calls an event off. What was staged goes back into custody by recount and leaves the batch; what was not staged
 * stays allocated for another event. Throws `conflict` `event.over`; `invalid` `event.wrong-lines` with fields
 * `event.recount-missing` (a staged lot was not counted), `event.line-not-staged`, `event.recount-sum`,
 * `event.line-unknown`, `event.line-twice`.
 */
export function cancelEvent(
  event: DestructionEvent,
  { reason, lines }: { readonly reason: string; readonly lines: readonly RecountedLine[] },
): DraftOf<'event.cancelled'> {
  refuseOver(event);
  refuseUnknown(event, lines);
  refuseRecount(event, lines);
  const unitOf = (lot: LotId) => event.lines.find((line) => line.lot === lot)!.unit;
  const amounts = (key: 'returned' | 'missing'): LotAmount[] =>
    lines
      .filter((line) => line[key] !== '0')
      .map(({ lot, [key]: amount }) => ({ lot, amount, unit: unitOf(lot) }));
  const [returned, missing] = [amounts('returned'), amounts('missing')];
  const move =
    (to: Posting['to']) =>
    (one: LotAmount): Posting => ({ ...one, from: 'staged', to });
  return {
    type: 'event.cancelled',
    subject: { kind: 'event', id: event.id },
    data: {
      planned: event.planned,
      reason,
      ...(returned.length > 0 && { returned }),
      ...(missing.length > 0 && { missing }),
    },
    postings: [...returned.map(move('custody')), ...missing.map(move('shortage'))],
  };
}

function refuseRecount(event: DestructionEvent, lines: readonly RecountedLine[]): void {
  const staged = new Map(
    linesIn(event).flatMap(({ lot, staged: amount, unit }) =>
      amount === undefined || amount === '0' ? [] : [[lot, { amount, unit }] as const],
    ),
  );
  const fields = lines.flatMap(({ lot, returned, missing }, index): FieldError[] => {
    const there = staged.get(lot);
    if (!there) return [{ pointer: `/lines/${index}/lot`, code: 'event.line-not-staged', facts: { lot } }];
    staged.delete(lot);
    const sum = sumOf(returned, missing);
    if (compare(sum, there.amount) === 0) return [];
    const facts = { staged: there.amount, sum, unit: there.unit };
    return [{ pointer: `/lines/${index}/returned`, code: 'event.recount-sum', facts }];
  });
  for (const lot of staged.keys()) {
    fields.push({ pointer: '/lines', code: 'event.recount-missing', facts: { lot } });
  }
  if (fields.length > 0) throw new DomainError('invalid', 'event.wrong-lines', {}, fields);
}
