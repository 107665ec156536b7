import { Injectable } from '@nestjs/common';
import type { AgencyId, DecisionId, EntryId, HoldId, LotId } from '#kernel';
import { GoodsRepository, Reactions } from '#ledger';
import type { Tx } from '#platform';
import type { LotFacts } from './domain/case-facts.js';
import type { PlacedHold } from './domain/holds.js';
import type { ReplacedDecision } from './domain/record-decision.js';
import { LotQueries } from './lot.queries.js';

/**
 * Loads what commands about appraisals, decisions and holds decide on. The locks of the lots guard all of it: the
 * lots of a decision or hold never change, so whoever replaces or releases one waits for the same lots.
 */
@Injectable()
export class CaseRepository {
  constructor(
    private readonly reactions: Reactions,
    private readonly goods: GoodsRepository,
    private readonly lots: LotQueries,
  ) {}

  /**
   * Locks what later steps hold of these lots, then the lots, and gives their facts as they are then;
   * throws `missing` `lot.unknown`.
   */
  async lock(tx: Tx, lots: readonly LotId[]): Promise<LotFacts[]> {
    await this.reactions.lockAhead(tx, lots);
    await this.goods.lock(tx, lots);
    return this.lots.facts(tx, lots);
  }

  /** True where the id is taken already, by whichever agency. */
  async taken(tx: Tx, table: 'appraisals' | 'decisions' | 'holds', id: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(`SELECT 1 FROM state.${table} WHERE id = $1`, [id]);
    return rows.length > 0;
  }

  /** The lots of a decision, replaced or not; none where it is unknown. */
  async lotsOfDecision(tx: Tx, id: DecisionId): Promise<LotId[]> {
    const rows: { lot: LotId }[] = await tx.query(
      'SELECT lot FROM state.decision_lots WHERE decision = $1 ORDER BY lot',
      [id],
    );
    return rows.map(({ lot }) => lot);
  }

  /** The decision that is to be replaced; read it with its lots locked. */
  async decision(tx: Tx, id: DecisionId): Promise<ReplacedDecision | undefined> {
    const [row] = await tx.query('SELECT agency, replaced_by FROM state.decisions WHERE id = $1', [id]);
    if (!row) return undefined;
    const { agency, replaced_by } = row as { agency: AgencyId; replaced_by: DecisionId | null };
    return { id, agency, ...(replaced_by !== null && { replacedBy: replaced_by }) };
  }

  /** The lots of a hold; none where it is unknown. */
  async lotsOfHold(tx: Tx, id: HoldId): Promise<LotId[]> {
    const rows: { lot: LotId }[] = await tx.query(
      'SELECT lot FROM state.hold_lots WHERE hold = $1 ORDER BY lot',
      [id],
    );
    return rows.map(({ lot }) => lot);
  }

  /** A hold as it stands; read it with its lots locked. */
  async hold(tx: Tx, id: HoldId): Promise<PlacedHold | undefined> {
    const [row] = await tx.query('SELECT agency, released FROM state.holds WHERE id = $1', [id]);
    if (!row) return undefined;
    const { agency, released } = row as { agency: AgencyId; released: EntryId | null };
    const lots = await this.lotsOfHold(tx, id);
    return { id, agency, lots, ...(released !== null && { released }) };
  }
}
