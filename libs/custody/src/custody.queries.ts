import { Injectable } from '@nestjs/common';
import type { AgencyId, EntryId, LotId, PersonId, TransferId } from '#kernel';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import { DataSource } from 'typeorm';
import type { Seals } from './domain/accept-transfer.js';
import type { SourceAccount, TransferState } from './domain/transfer.js';

/** Who keeps a lot, where, and since which entry. */
export interface Holder {
  readonly lot: LotId;
  readonly agency: AgencyId;
  readonly custodian: PersonId;
  readonly location?: string;
  readonly since: EntryId;
}
export interface TransferHead {
  readonly id: TransferId;
  readonly state: TransferState;
  readonly giver: PersonId;
  readonly giverAgency: AgencyId;
  readonly receiver: PersonId;
  readonly receiverAgency: AgencyId;
  readonly location?: string;
  readonly offeredAt: string;
  readonly endedAt?: string;
  readonly refusalReason?: string;
  readonly offered: EntryId;
  readonly accepted?: EntryId;
  readonly ended?: EntryId;
  readonly lots: number;
}
export interface TransferLineFacts {
  readonly lot: LotId;
  readonly code: string;
  readonly category: string;
  readonly description: string;
  readonly source: SourceAccount;
  readonly offered: string;
  readonly unit: string;
  readonly received?: string;
  readonly sealsIntact?: Seals;
  readonly note?: string;
}
export interface TransferSearch {
  /** Agencies that give or receive. */
  readonly agencies: readonly AgencyId[];
  readonly state?: TransferState;
  /** Only hand-overs to this person. */
  readonly to?: PersonId;
  /** `offeredAt` and id of the last row of the page before. */
  readonly after?: readonly string[];
  readonly limit: number;
}

const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const head = `
  SELECT t.id, t.state, t.giver, t.giver_agency AS "giverAgency", t.receiver, t.receiver_agency AS "receiverAgency",
    t.location, ${time('t.offered_at')} AS "offeredAt", ${time('t.ended_at')} AS "endedAt",
    t.refusal_reason AS "refusalReason", t.offered, t.accepted, t.ended,
    (SELECT count(*)::integer FROM state.transfer_lines l WHERE l.transfer = t.id) AS lots
  FROM state.transfers t`;

/** Reads of hand-overs and of who keeps what. */
@Injectable()
export class CustodyQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Who keeps these lots, in the order of ids; a lot that is absent is still with the officers. */
  async holders(tx: Tx, lots: readonly LotId[]): Promise<Holder[]> {
    const rows: Holder[] = await tx.query(
      'SELECT lot, agency, custodian, location, since FROM state.custody WHERE lot = ANY($1) ORDER BY lot',
      [lots],
    );
    return rows.map(present);
  }

  /** One page of hand-overs, the newest first; one more than `limit` where there are more. */
  async search({ agencies, state, to, after, limit }: TransferSearch): Promise<TransferHead[]> {
    const rows: TransferHead[] = await this.dataSource.query(
      `${head} WHERE (t.giver_agency = ANY($1) OR t.receiver_agency = ANY($1))
         AND ($2::text IS NULL OR t.state = $2) AND ($3::uuid IS NULL OR t.receiver = $3)
         AND ($4::timestamptz IS NULL OR (t.offered_at, t.id) < ($4::timestamptz, $5::uuid))
       ORDER BY t.offered_at DESC, t.id DESC LIMIT $6`,
      [agencies, state ?? null, to ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
    return rows.map(present);
  }

  /** How many lines of a hand-over were counted as more than offered. */
  async surplusLines(id: TransferId): Promise<number> {
    const [row]: { count: number }[] = await this.dataSource.query(
      'SELECT count(*)::integer AS count FROM state.transfer_lines WHERE transfer = $1 AND received > offered',
      [id],
    );
    return row!.count;
  }

  /** One hand-over with its lines in the order of lot codes; throws `missing` `transfer.unknown`. */
  async one(id: TransferId): Promise<TransferHead & { lines: TransferLineFacts[] }> {
    const [row]: TransferHead[] = await this.dataSource.query(`${head} WHERE t.id = $1`, [id]);
    if (!row) throw new DomainError('missing', 'transfer.unknown', { id });
    const lines: TransferLineFacts[] = await this.dataSource.query(
      `SELECT l.lot, o.code, o.category, o.description, l.source, trim_scale(l.offered)::text AS offered, l.unit,
         trim_scale(l.received)::text AS received, l.seals_intact AS "sealsIntact", l.note
       FROM state.transfer_lines l JOIN state.lots o ON o.id = l.lot WHERE l.transfer = $1 ORDER BY o.code`,
      [id],
    );
    return { ...present(row), lines: lines.map(present) };
  }
}

/** Rows without their absent columns. */
function present<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
