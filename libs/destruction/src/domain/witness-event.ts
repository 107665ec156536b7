import type { DraftOf } from '#entries';
import { DomainError, type FieldError, type Instant, type LotId, type PersonId, type Sha256 } from '#kernel';
import { refuseOver, resultOf, type DestructionEvent } from './event.js';
import { linesHash } from './lines-hash.js';
import { refuseUnknown } from './stage-goods.js';

export interface Testimony {
  readonly person: PersonId;
  readonly statement: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly lines: readonly LotId[];
  /** Hash of the lines as the witness was shown them. */
  readonly sha256: Sha256;
}

/**
 * A witness of the event states what was seen of some lines, bound to their figures. Throws `conflict` `event.over`,
 * `event.lines-open` (a line has no result yet), `event.lines-changed` (facts seen, now); `refused`
 * `event.not-a-witness`; `invalid` `event.wrong-lines`, `event.times-order`.
 */
export function witnessEvent(event: DestructionEvent, testimony: Testimony): DraftOf<'event.witnessed'> {
  refuseOver(event);
  const { person, statement, from, to, lines, sha256 } = testimony;
  if (!event.witnesses.includes(person)) throw new DomainError('refused', 'event.not-a-witness');
  if (from > to) {
    throw new DomainError('invalid', 'event.times-order', {}, [
      { pointer: '/to', code: 'event.times-order' },
    ]);
  }
  refuseUnknown(
    event,
    lines.map((lot) => ({ lot })),
  );
  const named = event.lines.filter(({ lot }) => lines.includes(lot));
  const open = named.filter((line) => resultOf(line) === undefined);
  if (open.length > 0) throw new DomainError('conflict', 'event.lines-open', {}, open.map(openField));
  const now = linesHash(named);
  if (now !== sha256) throw new DomainError('conflict', 'event.lines-changed', { seen: sha256, now });
  return {
    type: 'event.witnessed',
    subject: { kind: 'event', id: event.id },
    data: { statement, from, to, lines: [...lines].sort(), sha256 },
  };
}

function openField({ lot }: { readonly lot: LotId }): FieldError {
  return { pointer: '/lines', code: 'event.line-without-result', facts: { lot } };
}
