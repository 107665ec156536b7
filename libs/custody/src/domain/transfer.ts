import type { LotRecord } from '#entries';
import type { AgencyId, EntryId, LotId, PersonId, TransferId } from '#kernel';

/**
 * Where a hand-over stands. `offered`: the receiver counts; `awaiting-giver`: the receiver found a difference, which
 * the giver must confirm before goods move; `accepted`, `refused`: ended.
 */
export type TransferState = 'offered' | 'awaiting-giver' | 'accepted' | 'refused';

/** The account that handed-over goods come from: of officers, or of another custodian. */
export type SourceAccount = 'with-officers' | 'custody';

/** A line of an open hand-over; amounts in the lot's base unit. */
export interface TransferLine {
  readonly lot: LotId;
  readonly offered: string;
  readonly unit: string;
  readonly source: SourceAccount;
  /** As the receiver counted; absent until then. */
  readonly received?: string;
}

/** A hand-over as the rules see it. */
export interface Transfer {
  readonly id: TransferId;
  readonly state: TransferState;
  readonly giver: PersonId;
  readonly receiver: PersonId;
  readonly location?: string;
  /** The receiver's latest count. */
  readonly accepted?: EntryId;
  readonly lines: readonly TransferLine[];
}

/** Who keeps a lot: no keeper = still with the officers of the responsible agency. */
export interface Keeper {
  readonly agency: AgencyId;
  readonly custodian: PersonId;
}

/** A lot as it stands before a hand-over. */
export interface LotToOffer {
  readonly lot: LotId;
  readonly unit: string;
  readonly responsible: AgencyId;
  readonly keeper?: Keeper;
  /** Balances other than zero, in the base unit. */
  readonly balances: Readonly<Partial<Record<string, string>>>;
  /** Another hand-over of the lot that is still open. */
  readonly open?: TransferId;
}

/** A lot whose surplus becomes a lot of its own. */
export type LotOrigin = Pick<LotRecord, 'category' | 'description' | 'brand' | 'variety'> & {
  readonly lot: LotId;
};
