import { Injectable } from '@nestjs/common';
import { DomainError, type EntryId, type LotId, type PersonId, type TransferId } from '#kernel';
import { GoodsRepository } from '#ledger';
import type { Tx } from '#platform';
import { LotQueries } from '#seizures';
import type { Keeper, LotToOffer, Transfer, TransferLine, TransferState } from './domain/transfer.js';

type Row = {
  id: TransferId;
  state: TransferState;
  giver: PersonId;
  receiver: PersonId;
  location: string | null;
  accepted: EntryId | null;
};
type KeeperRow = Keeper & { lot: LotId };

/** Loads and locks what commands about hand-overs decide on. */
@Injectable()
export class TransferRepository {
  constructor(
    private readonly goods: GoodsRepository,
    private readonly lots: LotQueries,
  ) {}

  /** Locks a hand-over, then its lots; throws `missing` `transfer.unknown`. */
  async lock(tx: Tx, id: TransferId): Promise<Transfer> {
    const [row]: Row[] = await tx.query(
      'SELECT id, state, giver, receiver, location, accepted FROM state.transfers WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!row) throw new DomainError('missing', 'transfer.unknown', { id });
    const lines: (TransferLine & { received: string | null })[] = await tx.query(
      `SELECT lot, trim_scale(offered)::text AS offered, unit, source, trim_scale(received)::text AS received
       FROM state.transfer_lines WHERE transfer = $1 ORDER BY lot`,
      [id],
    );
    await this.goods.lock(
      tx,
      lines.map(({ lot }) => lot),
    );
    const { location, accepted, ...rest } = row;
    return {
      ...rest,
      ...(location !== null && { location }),
      ...(accepted !== null && { accepted }),
      lines: lines.map(({ received, ...line }) => ({ ...line, ...(received !== null && { received }) })),
    };
  }

  /** True where the id is taken, by whichever agency. */
  async taken(tx: Tx, id: TransferId): Promise<boolean> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM state.transfers WHERE id = $1', [id]);
    return rows.length > 0;
  }

  /** Locks lots and gives them as they stand before a hand-over; throws `missing` `lot.unknown`. */
  async lockLots(tx: Tx, lots: readonly LotId[]): Promise<LotToOffer[]> {
    await this.goods.lock(tx, lots);
    const facts = await this.lots.facts(tx, lots);
    const balances = await this.goods.balances(tx, lots);
    const keepers: KeeperRow[] = await tx.query(
      'SELECT lot, agency, custodian FROM state.custody WHERE lot = ANY($1)',
      [lots],
    );
    const open: { lot: LotId; transfer: TransferId }[] = await tx.query(
      'SELECT lot, transfer FROM state.transfer_lines WHERE lot = ANY($1) AND open',
      [lots],
    );
    return facts.map(({ lot, base, responsible }) => {
      const keeper = keepers.find((one) => one.lot === lot);
      const transfer = open.find((one) => one.lot === lot)?.transfer;
      return {
        lot,
        unit: base.unit,
        responsible,
        balances: Object.fromEntries(
          balances.filter((one) => one.lot === lot).map(({ account, amount }) => [account, amount]),
        ),
        ...(keeper && { keeper: { agency: keeper.agency, custodian: keeper.custodian } }),
        ...(transfer !== undefined && { open: transfer }),
      };
    });
  }
}
