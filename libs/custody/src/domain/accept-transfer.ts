import type { DraftOf } from '#entries';
import { DomainError, type FieldError, type LotId, type PersonId } from '#kernel';
import type { Transfer, TransferLine } from './transfer.js';
import { takeOver } from './take-over.js';

export type Seals = 'yes' | 'no' | 'none';

/** A line as the receiver counted it; `received` in the lot's base unit. */
export interface CountedLine {
  readonly lot: LotId;
  readonly received: string;
  readonly sealsIntact: Seals;
  readonly note?: string;
}

export interface Acceptance {
  readonly person: PersonId;
  readonly lines: readonly CountedLine[];
  readonly location?: string;
}

/** The receiver's answer: done, or waiting for the giver because something differs. */
export type Accepted = DraftOf<'transfer.accepted'>;

/**
 * The receiver counts every offered line (domain.md, Hand-over). Without a difference the goods change hands at once;
 * with one they move only when the giver confirms it. A recount replaces the earlier count.
 * Throws `conflict` `transfer.ended`; `refused` `transfer.not-receiver`; `invalid` `transfer.wrong-lines` with a field
 * error for each line that is missing, twice or not offered.
 */
export function acceptTransfer(transfer: Transfer, { person, lines, location }: Acceptance): Accepted {
  refuseReceiverOf(transfer, person);
  refuseOtherLines(transfer.lines, lines);
  const counted = new Map(lines.map((line) => [line.lot, line]));
  const counts = transfer.lines.map((line) => ({ ...line, received: counted.get(line.lot)!.received }));
  const differs = counts.some(({ offered, received }) => offered !== received);
  const place = location ?? transfer.location;
  return {
    type: 'transfer.accepted',
    subject: { kind: 'transfer', id: transfer.id },
    data: {
      lines: counts.map(({ lot, offered, received, unit }) => {
        const { sealsIntact, note } = counted.get(lot)!;
        return { lot, offered, received, unit, sealsIntact, ...(note !== undefined && { note }) };
      }),
      ...(place !== undefined && { location: place }),
      awaitsGiver: differs ? 'yes' : 'no',
    },
    ...(!differs && { postings: takeOver(counts) }),
  };
}

/** Only the named receiver counts, and only while the hand-over is open. */
export function refuseReceiverOf(transfer: Transfer, person: PersonId): void {
  refuseEnded(transfer);
  if (transfer.receiver !== person) throw new DomainError('refused', 'transfer.not-receiver');
}

export function refuseEnded({ state }: Transfer): void {
  if (state === 'accepted' || state === 'refused')
    throw new DomainError('conflict', 'transfer.ended', { state });
}

function refuseOtherLines(offered: readonly TransferLine[], counted: readonly CountedLine[]): void {
  const open = new Set(offered.map(({ lot }) => lot));
  const seen = new Set<LotId>();
  const fields = counted.flatMap(({ lot }, index): FieldError[] => {
    const code = seen.has(lot)
      ? 'transfer.lot-twice'
      : open.has(lot)
        ? undefined
        : 'transfer.line-not-offered';
    seen.add(lot);
    return code === undefined ? [] : [{ pointer: `/lines/${index}/lot`, code, facts: { lot } }];
  });
  for (const { lot } of offered) {
    if (!seen.has(lot)) fields.push({ pointer: '/lines', code: 'transfer.line-missing', facts: { lot } });
  }
  if (fields.length > 0) throw new DomainError('invalid', 'transfer.wrong-lines', {}, fields);
}
