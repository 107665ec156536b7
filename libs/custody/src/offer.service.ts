import { Injectable } from '@nestjs/common';
import { CatalogueService, unitLookup } from '#catalogue';
import { Duties, refuseEarlierActs } from '#duties';
import { PeopleQueries } from '#identity';
import { DomainError, type LotId, type PersonId, type TransferId } from '#kernel';
import { Ledger, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { amountOfLot, LotQueries } from '#seizures';
import { offerTransfer, type OfferFacts, type OfferRequest } from './domain/offer-transfer.js';
import { TransferRepository } from './transfer.repository.js';

/** An offer as it is sent; quantities in any unit of the lot's family. */
export interface OfferAsked {
  readonly id: TransferId;
  readonly to: PersonId;
  readonly lots: readonly { readonly lot: LotId; readonly quantity?: unknown }[];
  readonly location?: string;
}

export interface OfferedTransfer {
  readonly id: TransferId;
  readonly state: 'offered';
  readonly lots: readonly { readonly lot: LotId; readonly offered: { amount: string; unit: string } }[];
}

/** What an offer is decided on, beside lots and people. */
@Injectable()
export class OfferTerms {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly lots: LotQueries,
    private readonly people: PeopleQueries,
    private readonly duties: Duties,
  ) {}

  /** The lots with amounts in their base units; throws the codes of quantities. */
  async inBase(tx: Tx, lots: OfferAsked['lots']): Promise<OfferRequest['lots']> {
    const unitOf = unitLookup(await this.catalogue.at(tx));
    const facts = await this.lots.facts(
      tx,
      lots.map(({ lot }) => lot),
    );
    return lots.map(({ lot, quantity }, index) => {
      if (quantity === undefined) return { lot };
      const found = facts.find((one) => one.lot === lot)!;
      return {
        lot,
        amount: amountOfLot(found, quantity, { unitOf, pointer: `/lots/${index}/quantity` }).amount,
      };
    });
  }

  async giver(tx: Tx, { person, agency }: Command): Promise<OfferFacts['giver']> {
    const [one] = await this.people.byId(tx, [person]);
    return { person, agency, officer: one?.roles.includes('officer') ?? false };
  }

  /** Throws `invalid` `person.unknown`. */
  async receiverIsCustodian(tx: Tx, person: PersonId): Promise<boolean> {
    const [one] = await this.people.require(tx, [person], '/to');
    return one.roles.includes('custodian');
  }

  /** The custodian is not the case officer (财税〔2020〕54号 art. 4); throws `refused` `duties.same-goods`. */
  async refuseCaseOfficer(tx: Tx, person: PersonId, lots: readonly LotId[]): Promise<void> {
    const acts = await this.duties.actsOn(tx, lots);
    refuseEarlierActs(acts, { person, rule: 'custodian-apart' });
  }
}

/** Offers of goods to custodians. */
@Injectable()
export class OfferService {
  constructor(
    private readonly ledger: Ledger,
    private readonly transfers: TransferRepository,
    private readonly terms: OfferTerms,
  ) {}

  /**
   * Offers goods to a custodian of any agency; they stay with the giver until the receiver has counted them.
   * Throws the codes of `offerTransfer`, of quantities, `invalid` `person.unknown`, `missing` `lot.unknown`,
   * `refused` `duties.same-goods`, `conflict` `transfer.already-offered`.
   */
  offer(command: Command, asked: OfferAsked): Promise<Outcome<OfferedTransfer>> {
    return this.ledger.perform(command, async (tx) => {
      const named = asked.lots.map(({ lot }) => lot);
      const lots = await this.transfers.lockLots(tx, named);
      if (await this.transfers.taken(tx, asked.id))
        throw new DomainError('conflict', 'transfer.already-offered');
      const request = { ...asked, lots: await this.terms.inBase(tx, asked.lots) };
      const draft = offerTransfer(request, {
        giver: await this.terms.giver(tx, command),
        receiverIsCustodian: await this.terms.receiverIsCustodian(tx, asked.to),
        lots,
      });
      await this.terms.refuseCaseOfficer(tx, asked.to, named);
      return { entries: [draft], result: resultOf(asked.id, draft.data.lots) };
    });
  }
}

function resultOf(
  id: TransferId,
  lots: readonly { readonly lot: LotId; readonly amount: string; readonly unit: string }[],
): OfferedTransfer {
  return {
    id,
    state: 'offered',
    lots: lots.map(({ lot, amount, unit }) => ({ lot, offered: { amount, unit } })),
  };
}
