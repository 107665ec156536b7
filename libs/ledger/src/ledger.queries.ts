import { Injectable } from '@nestjs/common';
import type { Entry, SubjectKind } from '#entries';
import { DomainError, type EntryId, type LotId, type Sha256 } from '#kernel';
import { rootOfFrontier, toHex } from '#merkle';
import { TreeReader } from '#published';
import { DataSource } from 'typeorm';
import type { RecordedRequest } from './ledger.repository.js';

/** Proof that an entry is recorded: its number in the ledger and the hash of its bytes. */
export interface Receipt {
  readonly seq: number;
  readonly id: EntryId;
  readonly leafHash: Sha256;
}
export interface NumberedEntry {
  readonly seq: number;
  readonly leafHash: Sha256;
  readonly entry: Entry;
}
export interface TreeHead {
  readonly size: number;
  readonly root: Sha256;
}
export interface Inclusion extends TreeHead {
  readonly seq: number;
  readonly leafHash: Sha256;
  readonly path: readonly string[];
}

type Row = { seq: string; leaf_hash: Buffer; entry: EntryId; body: Buffer };

/** Reads of the ledger; each is O(log n) or one page. */
@Injectable()
export class LedgerQueries {
  /** Proofs and tiles of the whole tree. */
  readonly tree: TreeReader;

  constructor(private readonly dataSource: DataSource) {
    this.tree = new TreeReader((sql, parameters) => dataSource.query(sql, [...parameters]), {
      tiles: 'ledger.tiles',
      leaves: 'ledger.sequence',
    });
  }

  /** Numbers pending entries; gives the size of the tree. Any process may call it at any time. */
  async integrate(): Promise<number> {
    const [row] = await this.dataSource.query('SELECT ledger.integrate() AS size');
    return Number(row.size);
  }

  /** The receipts of recorded and integrated entries, in the asked order. */
  async receipts(ids: readonly EntryId[]): Promise<Receipt[]> {
    const rows: Row[] = await this.dataSource.query(
      'SELECT seq, entry, leaf_hash FROM ledger.sequence WHERE entry = ANY($1)',
      [ids],
    );
    return ids.map((id) => {
      const row = rows.find(({ entry }) => entry === id);
      if (!row) throw new Error(`entry ${id} is not integrated`);
      return { seq: Number(row.seq), id, leafHash: hex(row.leaf_hash) };
    });
  }

  /** The first result kept for an idempotency key. */
  async request(id: EntryId): Promise<RecordedRequest | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT person, fingerprint, result, entries FROM work.requests WHERE id = $1',
      [id],
    );
    return row as RecordedRequest | undefined;
  }

  /** Entries after number `after` (-1 = from the start), at most `limit`. */
  async entries(after: number, limit: number): Promise<NumberedEntry[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT s.seq, s.leaf_hash, e.body FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry
       WHERE s.seq > $1 ORDER BY s.seq LIMIT $2`,
      [after, limit],
    );
    return rows.map(numbered);
  }

  /** The history of a lot in ledger order. */
  async entriesOfLot(lot: LotId): Promise<NumberedEntry[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT s.seq, s.leaf_hash, e.body FROM ledger.entry_lots l JOIN ledger.sequence s ON s.entry = l.entry
       JOIN ledger.entries e ON e.id = l.entry WHERE l.lot = $1 ORDER BY s.seq`,
      [lot],
    );
    return rows.map(numbered);
  }

  /** Everything recorded about one subject, in ledger order; `id` as its entries name it. */
  async entriesOfSubject(kind: SubjectKind, id: string): Promise<NumberedEntry[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT s.seq, s.leaf_hash, e.body FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
       WHERE e.subject_kind = $1 AND e.subject_id = $2 ORDER BY s.seq`,
      [kind, id],
    );
    return rows.map(numbered);
  }

  /** Entries about any of these lots in ledger order, each once; where there are more than `limit`, the newest. */
  async entriesOfLots(lots: readonly LotId[], limit: number): Promise<NumberedEntry[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT * FROM (
         SELECT s.seq, s.leaf_hash, e.body FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry
         WHERE s.entry IN (SELECT l.entry FROM ledger.entry_lots l WHERE l.lot = ANY($1))
         ORDER BY s.seq DESC LIMIT $2) newest ORDER BY seq`,
      [lots, limit],
    );
    return rows.map(numbered);
  }

  /** One entry by number or id with its exact bytes; throws `missing` `entry.unknown`. */
  async entry(key: number | EntryId): Promise<NumberedEntry & { body: Buffer }> {
    const column = typeof key === 'number' ? 's.seq' : 's.entry';
    const [row]: Row[] = await this.dataSource.query(
      `SELECT s.seq, s.leaf_hash, e.body FROM ledger.sequence s JOIN ledger.entries e ON e.id = s.entry
       WHERE ${column} = $1`,
      [key],
    );
    if (!row) throw new DomainError('missing', 'entry.unknown', { entry: String(key) });
    return { ...numbered(row), body: row.body };
  }

  /** Size and root of the whole tree now. */
  async head(): Promise<TreeHead> {
    const [row] = await this.dataSource.query('SELECT size, frontier FROM ledger.head');
    const size = Number(row.size);
    return { size, root: hex(rootOfFrontier(size, row.frontier)) };
  }

  /**
   * Proof that entry `seq` is in the tree of the first `size` entries (RFC 9162, 2.1.3).
   * Throws `invalid` `proof.out-of-range`.
   */
  async inclusion(seq: number, size: number): Promise<Inclusion> {
    const head = await this.head();
    const valid = Number.isSafeInteger(seq) && Number.isSafeInteger(size) && seq >= 0 && seq < size;
    if (!valid || size > head.size) {
      throw new DomainError('invalid', 'proof.out-of-range', { size: String(head.size) });
    }
    const path = await this.tree.path(seq, size);
    const [leaf] = await this.tree.nodes([{ level: 0, index: seq }], size);
    return { seq, size, root: hex(await this.tree.rootAt(size)), leafHash: hex(leaf!), path };
  }
}

function hex(bytes: Uint8Array): Sha256 {
  return toHex(bytes) as Sha256;
}

function numbered(row: Row): NumberedEntry {
  return {
    seq: Number(row.seq),
    leafHash: hex(row.leaf_hash),
    entry: JSON.parse(row.body.toString('utf8')) as Entry,
  };
}
