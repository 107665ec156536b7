import type { Sha256 } from '#kernel';
import {
  composePath,
  hashFromTile,
  planInclusion,
  rootOfFrontier,
  tileSliceOf,
  tileWidth,
  toHex,
  widthOfTile,
  type Hash,
  type NodeId,
  type TileId,
} from '#merkle';

/** Where the hashes stand: the ledger's own tables, or the views on them that the public may read. */
export interface TreeTables {
  /** Full tiles: `level`, `index`, `hashes`, `root`. */
  readonly tiles: string;
  /** Hashes of the leaves: `seq`, `leaf_hash`. */
  readonly leaves: string;
}
type Query = <Row>(sql: string, parameters: readonly unknown[]) => Promise<Row[]>;

/** Reads proofs and tiles out of the stored hashes, O(log n) reads each. */
export class TreeReader {
  constructor(
    private readonly query: Query,
    private readonly tables: TreeTables,
  ) {}

  /** The audit path of leaf `seq` in the tree of `size` leaves as hex (RFC 9162, 2.1.3.1); both must be in range. */
  async path(seq: number, size: number): Promise<Sha256[]> {
    const plan = planInclusion(seq, size);
    return composePath(plan, await this.nodes(plan.nodes, size)).map(toHex);
  }

  /** Root of the tree of the first `size` leaves. */
  async rootAt(size: number): Promise<Hash> {
    const edge: NodeId[] = [];
    let start = 0;
    for (let level = 52; level >= 0; level -= 1) {
      const width = 2 ** level;
      if (Math.floor(size / width) % 2 === 0) continue;
      edge.push({ level, index: start / width });
      start += width;
    }
    return rootOfFrontier(size, await this.nodes(edge, size));
  }

  /** Hashes of complete subtrees of the tree of `size` leaves, in the asked order. */
  async nodes(ids: readonly NodeId[], size: number): Promise<Hash[]> {
    const tiles = new Map<string, Buffer>();
    const hashes: Hash[] = [];
    for (const id of ids) {
      const slice = tileSliceOf(id);
      const key = `${slice.level}/${slice.index}`;
      const tile = tiles.get(key) ?? (await this.tile(slice, size));
      tiles.set(key, tile);
      hashes.push(hashFromTile(slice, tile));
    }
    return hashes;
  }

  /** The hashes of one tile of the tree of `size` leaves, full or partial; 32 bytes each. */
  async tile(tile: TileId, size: number): Promise<Buffer> {
    const { tiles, leaves } = this.tables;
    const width = widthOfTile(tile, size);
    const [full] = await this.query<{ hashes: Buffer }>(
      `SELECT hashes FROM ${tiles} WHERE level = $1 AND index = $2`,
      [tile.level, tile.index],
    );
    if (full) return full.hashes.subarray(0, width * 32);
    const from = tile.index * tileWidth;
    const rows = await this.query<{ hash: Buffer }>(
      tile.level === 0
        ? `SELECT leaf_hash AS hash FROM ${leaves} WHERE seq >= $1 AND seq < $2 ORDER BY seq`
        : `SELECT root AS hash FROM ${tiles} WHERE level = ${tile.level - 1} AND index >= $1 AND index < $2 ORDER BY index`,
      [from, from + width],
    );
    return Buffer.concat(rows.map(({ hash }) => hash));
  }
}
