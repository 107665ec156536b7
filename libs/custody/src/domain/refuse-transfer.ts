import type { DraftOf } from '#entries';
import { DomainError, type PersonId } from '#kernel';
import { refuseEnded } from './accept-transfer.js';
import type { Transfer } from './transfer.js';

/**
 * Ends a hand-over without any goods moving: the receiver refuses the whole, or the giver takes the offer back.
 * Throws `conflict` `transfer.ended`; `refused` `transfer.not-a-party`.
 */
export function refuseTransfer(
  transfer: Transfer,
  { person, reason }: { readonly person: PersonId; readonly reason: string },
): DraftOf<'transfer.refused'> {
  refuseEnded(transfer);
  if (person !== transfer.receiver && person !== transfer.giver) {
    throw new DomainError('refused', 'transfer.not-a-party');
  }
  return {
    type: 'transfer.refused',
    subject: { kind: 'transfer', id: transfer.id },
    data: { reason, lots: transfer.lines.map(({ lot }) => lot) },
  };
}
