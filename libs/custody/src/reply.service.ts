import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService, unitLookup } from '#catalogue';
import { DomainError, formatInstant, type Clock, type LotId, type TransferId } from '#kernel';
import { CLOCK, Counters, Ledger, LedgerQueries, type Command, type Outcome } from '#ledger';
import type { Tx } from '#platform';
import { amountOfLot, LotQueries } from '#seizures';
import { CustodyQueries } from './custody.queries.js';
import { acceptTransfer, refuseReceiverOf, type CountedLine, type Seals } from './domain/accept-transfer.js';
import { confirmTransfer, refuseConfirmation, surpluses } from './domain/confirm-transfer.js';
import { refuseTransfer } from './domain/refuse-transfer.js';
import type { Transfer, TransferState } from './domain/transfer.js';
import { TransferRepository } from './transfer.repository.js';

/** A line as the receiver sends it. */
export interface CountAsked {
  readonly lot: LotId;
  readonly received: unknown;
  readonly sealsIntact: Seals;
  readonly note?: string;
}
export interface RepliedTransfer {
  readonly id: TransferId;
  readonly state: TransferState;
  /** Lots whose count differs from the offer, in base units. */
  readonly differences?: readonly { readonly lot: LotId; offered: string; received: string; unit: string }[];
  /** Lots that hold what was more than offered. */
  readonly found?: readonly { readonly id: LotId; readonly code: string; foundWith: LotId }[];
}

/** What replies to an offer need beside the hand-over itself. */
@Injectable()
export class ReplyTerms {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly lots: LotQueries,
  ) {}

  /** The counted lines in base units; throws the codes of quantities. Lines that were not offered stay for the rule. */
  async inBase(tx: Tx, transfer: Transfer, lines: readonly CountAsked[]): Promise<CountedLine[]> {
    const unitOf = unitLookup(await this.catalogue.at(tx));
    const facts = await this.facts(tx, transfer);
    return lines.map(({ received, ...line }, index) => {
      const found = facts.find((one) => one.lot === line.lot);
      const options = { unitOf, pointer: `/lines/${index}/received`, allowZero: true };
      return { ...line, received: found ? amountOfLot(found, received, options).amount : '0' };
    });
  }

  facts(tx: Tx, { lines }: Transfer) {
    return this.lots.facts(
      tx,
      lines.map(({ lot }) => lot),
    );
  }
}

/** Readable codes for lots that hold a surplus. */
@Injectable()
export class SurplusCodes {
  constructor(
    private readonly entries: LedgerQueries,
    private readonly transfers: CustodyQueries,
    private readonly counters: Counters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Codes for the lots of surpluses, as many as the count that waits now calls for; none for a repeat. Call outside
   * of the unit of work (see {@link Counters}).
   */
  async take({ key }: Command, transfer: TransferId): Promise<string[]> {
    if (await this.entries.request(key)) return [];
    const count = await this.transfers.surplusLines(transfer);
    if (count === 0) return [];
    const year = Number(formatInstant(this.clock.now()).slice(0, 4));
    const first = await this.counters.take('lot', year, count);
    return Array.from({ length: count }, (_, i) => `LOT-${year}-${String(first + i).padStart(5, '0')}`);
  }
}

/** The answers to an offer: the receiver's count, the giver's confirmation of differences, refusal by either. */
@Injectable()
export class ReplyService {
  constructor(
    private readonly ledger: Ledger,
    private readonly transfers: TransferRepository,
    private readonly terms: ReplyTerms,
    private readonly codes: SurplusCodes,
  ) {}

  /** Throws the codes of `acceptTransfer` and of quantities, `missing` `transfer.unknown`. */
  accept(
    command: Command,
    id: TransferId,
    asked: { readonly lines: readonly CountAsked[]; readonly location?: string },
  ): Promise<Outcome<RepliedTransfer>> {
    return this.ledger.perform(command, async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      refuseReceiverOf(transfer, command.person);
      const lines = await this.terms.inBase(tx, transfer, asked.lines);
      const draft = acceptTransfer(transfer, { ...asked, person: command.person, lines });
      const state: TransferState = draft.data.awaitsGiver === 'yes' ? 'awaiting-giver' : 'accepted';
      const differences = draft.data.lines
        .filter(({ offered, received }) => offered !== received)
        .map(({ lot, offered, received, unit }) => ({ lot, offered, received, unit }));
      return { entries: [draft], result: { id, state, differences } };
    });
  }

  /** Throws the codes of `confirmTransfer`, `missing` `transfer.unknown`. */
  async confirm(command: Command, id: TransferId): Promise<Outcome<RepliedTransfer>> {
    const codes = await this.codes.take(command, id);
    return this.ledger.perform(command, async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      refuseConfirmation(transfer, command.person);
      // The receiver counted anew since the codes were taken: the giver has not seen that count.
      if (surpluses(transfer.lines).length !== codes.length) {
        throw new DomainError('conflict', 'request.changed-meanwhile');
      }
      const origins = await this.terms.facts(tx, transfer);
      const draft = confirmTransfer(transfer, command.person, { origins, codes });
      const found = (draft.data.found ?? []).map(({ lot, code, foundWith }) => ({
        id: lot,
        code,
        foundWith: foundWith!,
      }));
      return { entries: [draft], result: { id, state: 'accepted', found } };
    });
  }

  /** Throws the codes of `refuseTransfer`, `missing` `transfer.unknown`. */
  refuse(command: Command, id: TransferId, reason: string): Promise<Outcome<RepliedTransfer>> {
    return this.ledger.perform(command, async (tx) => {
      const transfer = await this.transfers.lock(tx, id);
      const draft = refuseTransfer(transfer, { person: command.person, reason });
      return { entries: [draft], result: { id, state: 'refused' } };
    });
  }
}
