import type { DraftOf, LotAmount } from '#entries';
import {
  DomainError,
  type AgencyId,
  type FieldError,
  type LotId,
  type PersonId,
  type TransferId,
} from '#kernel';
import { addDecimals, compareDecimals, formatDecimal, readDecimal } from '#quantity';
import type { LotToOffer, SourceAccount } from './transfer.js';

export interface OfferRequest {
  readonly id: TransferId;
  readonly to: PersonId;
  /** `amount` in the lot's base unit; absent = all that the giver's side holds. */
  readonly lots: readonly { readonly lot: LotId; readonly amount?: string }[];
  readonly location?: string;
}

export interface OfferFacts {
  readonly giver: { readonly person: PersonId; readonly agency: AgencyId; readonly officer: boolean };
  /** True for an active person with the role `custodian`. */
  readonly receiverIsCustodian: boolean;
  readonly lots: readonly LotToOffer[];
}

/**
 * Offers goods to a custodian: an officer those that are still with the officers of the agency, a custodian those
 * that the custodian keeps. Throws `invalid` `transfer.to-oneself`, `transfer.receiver-not-custodian`,
 * `transfer.lot-twice`; `conflict` `transfer.cannot-offer` with a field error for each lot that can't go:
 * `transfer.lot-in-transfer`, `transfer.not-with-you`, `transfer.nothing-left`, `transfer.more-than-there-is`,
 * `transfer.whole-only`, `transfer.other-keeper`.
 */
export function offerTransfer(request: OfferRequest, facts: OfferFacts): DraftOf<'transfer.offered'> {
  refuseReceiver(request, facts);
  const byId = new Map(facts.lots.map((lot) => [lot.lot, lot]));
  const fields: FieldError[] = [];
  const lots = request.lots.flatMap(({ lot, amount }, index): LotAmount[] => {
    const found = byId.get(lot)!;
    const offered = offerOf(found, { amount, ...request, ...facts.giver });
    if (typeof offered !== 'string') {
      fields.push({ pointer: `/lots/${index}`, ...offered });
      return [];
    }
    return [{ lot, amount: offered, unit: found.unit }];
  });
  if (fields.length > 0) throw new DomainError('conflict', 'transfer.cannot-offer', {}, fields);
  const { id, to, location } = request;
  return {
    type: 'transfer.offered',
    subject: { kind: 'transfer', id },
    data: { to, lots, ...(location !== undefined && { location }) },
  };
}

/** The account that a lot would be handed over from by this giver; undefined where the giver does not hold it. */
export function sourceFor(
  lot: Pick<LotToOffer, 'keeper' | 'responsible'>,
  giver: OfferFacts['giver'],
): SourceAccount | undefined {
  if (lot.keeper?.custodian === giver.person) return 'custody';
  return giver.officer && lot.responsible === giver.agency ? 'with-officers' : undefined;
}

function refuseReceiver(request: OfferRequest, { giver, receiverIsCustodian }: OfferFacts): void {
  const wrong = (code: string, pointer: string) => new DomainError('invalid', code, {}, [{ pointer, code }]);
  if (request.to === giver.person) throw wrong('transfer.to-oneself', '/to');
  if (!receiverIsCustodian) throw wrong('transfer.receiver-not-custodian', '/to');
  const twice = request.lots.findIndex(({ lot }, i) => request.lots.findIndex((one) => one.lot === lot) < i);
  if (twice >= 0) throw wrong('transfer.lot-twice', `/lots/${twice}/lot`);
}

type Offer = OfferFacts['giver'] & { readonly to: PersonId; readonly amount?: string | undefined };
type Refusal = { readonly code: string; readonly facts: Readonly<Record<string, string>> };

/** The amount that goes, or why none can. */
function offerOf(lot: LotToOffer, offer: Offer): string | Refusal {
  const refusal = (code: string, facts: Refusal['facts'] = {}): Refusal => ({ code, facts });
  if (lot.open !== undefined) return refusal('transfer.lot-in-transfer', { transfer: lot.open });
  const source = sourceFor(lot, offer);
  if (source === undefined) return refusal('transfer.not-with-you');
  const there = source === 'custody' ? keptOf(lot) : (lot.balances['with-officers'] ?? '0');
  if (there === '0') return refusal('transfer.nothing-left');
  const amount = offer.amount ?? there;
  const facts = { there, unit: lot.unit };
  if (compareDecimals(readDecimal(amount), readDecimal(there)) > 0) {
    return refusal('transfer.more-than-there-is', facts);
  }
  // One lot has one keeper: it changes hands as a whole, and what comes later goes to the same person.
  if (source === 'custody' && amount !== there) return refusal('transfer.whole-only', facts);
  if (source === 'with-officers' && lot.keeper && lot.keeper.custodian !== offer.to) {
    return refusal('transfer.other-keeper', { custodian: lot.keeper.custodian });
  }
  return amount;
}

/** What a custodian keeps of a lot: free goods and those that a batch has reserved. */
function keptOf({ balances }: Pick<LotToOffer, 'balances'>): string {
  const at = (account: string) => readDecimal(balances[account] ?? '0');
  return formatDecimal(addDecimals(at('custody'), at('allocated')));
}
