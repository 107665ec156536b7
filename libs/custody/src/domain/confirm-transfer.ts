import type { DraftOf, LotRecord, Posting } from '#entries';
import { derivedId, DomainError, type LotId, type PersonId, type TransferId } from '#kernel';
import { refuseEnded } from './accept-transfer.js';
import { surplusOf, takeOver, type CountedTransferLine } from './take-over.js';
import type { LotOrigin, Transfer, TransferLine } from './transfer.js';

/** What the confirmation needs for surpluses: what the lots are, and codes for the new ones in their order. */
export interface SurplusFacts {
  readonly origins: readonly LotOrigin[];
  readonly codes: readonly string[];
}

/** Lots of which more was counted than offered, in the order of the lines. */
export function surpluses(lines: readonly TransferLine[]): readonly CountedTransferLine[] {
  return counted(lines).filter(({ offered, received }) => surplusOf(offered, received) !== '0');
}

/**
 * The giver confirms the differences that the receiver found: now the goods change hands, less goes to `shortage`,
 * more becomes a new lot. Throws `conflict` `transfer.ended`, `transfer.nothing-to-confirm`; `refused`
 * `transfer.not-giver`.
 */
export function confirmTransfer(
  transfer: Transfer,
  person: PersonId,
  facts: SurplusFacts,
): DraftOf<'transfer.confirmed'> {
  const accepted = refuseConfirmation(transfer, person);
  const found = foundLots(transfer, facts);
  const bySource: Posting[] = found.map(({ lot, base }) => ({ lot, from: 'seized', to: 'custody', ...base }));
  return {
    type: 'transfer.confirmed',
    subject: { kind: 'transfer', id: transfer.id },
    data: { accepted, ...(found.length > 0 && { found }), lots: transfer.lines.map(({ lot }) => lot) },
    postings: [...takeOver(counted(transfer.lines)), ...bySource],
  };
}

/** Gives the count that waits for this giver; throws as {@link confirmTransfer}. */
export function refuseConfirmation(transfer: Transfer, person: PersonId) {
  refuseEnded(transfer);
  if (transfer.state !== 'awaiting-giver' || transfer.accepted === undefined) {
    throw new DomainError('conflict', 'transfer.nothing-to-confirm');
  }
  if (transfer.giver !== person) throw new DomainError('refused', 'transfer.not-giver');
  return transfer.accepted;
}

/** Id of the lot that holds a surplus: the same hand-over and lot always give the same. */
export function foundLotId(transfer: TransferId, lot: LotId): LotId {
  return derivedId<LotId>('found', transfer, lot);
}

function foundLots(transfer: Transfer, { origins, codes }: SurplusFacts): LotRecord[] {
  return surpluses(transfer.lines).map(({ lot, offered, received, unit }, index) => {
    const origin = origins.find((one) => one.lot === lot)!;
    const base = { amount: surplusOf(offered, received), unit };
    return {
      lot: foundLotId(transfer.id, lot),
      code: codes[index]!,
      category: origin.category,
      description: origin.description,
      ...(origin.brand !== undefined && { brand: origin.brand }),
      ...(origin.variety !== undefined && { variety: origin.variety }),
      declared: base,
      base,
      basis: 'counted',
      foundWith: lot,
    };
  });
}

function counted(lines: readonly TransferLine[]): CountedTransferLine[] {
  return lines.map((line) => ({ ...line, received: line.received ?? line.offered }));
}
