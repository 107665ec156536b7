import type { NodeId } from '../tree/frontier.js';
import { nodeHash } from '../tree/hashes.js';
import type { Hash } from '../tree/hashes.js';

/** C2SP tlog-tiles: a tile spans 8 levels, so it holds at most 256 hashes. */
export const tileHeight = 8;
export const tileWidth = 256;

/** Tile `index` of tile level `level`; its hashes are nodes of tree level 8 × `level`. */
export interface TileId {
  readonly level: number;
  readonly index: number;
}
/** Where a node of the tree is found: hash it from the tile's hashes `from` (included) to `to` (not included). */
export interface TileSlice extends TileId {
  readonly from: number;
  readonly to: number;
}

/** The part of a tile from which the hash of a complete subtree is computed. */
export function tileSliceOf(node: NodeId): TileSlice {
  const level = Math.floor(node.level / tileHeight);
  const span = 2 ** (node.level % tileHeight);
  const first = node.index * span;
  const from = first % tileWidth;
  return { level, index: Math.floor(first / tileWidth), from, to: from + span };
}

/**
 * How many hashes the tile has in a tree of `size` leaves: 0 (absent) to 256 (full). A subtree stands in a tile
 * only if it is complete, so the hashes of a partial tile are found in every fuller one too.
 */
export function widthOfTile(tile: TileId, size: number): number {
  const nodes = Math.floor(size / tileWidth ** tile.level);
  return Math.max(0, Math.min(tileWidth, nodes - tile.index * tileWidth));
}

/**
 * The hash of the subtree that `slice` names, from the bytes of its tile, full or partial: 32 bytes a hash.
 * Throws RangeError if the tile is too narrow or no whole number of hashes.
 */
export function hashFromTile(slice: TileSlice, tile: Uint8Array): Hash {
  if (tile.length % 32 !== 0) throw new RangeError('a tile is made of 32 bytes a hash');
  if (slice.to * 32 > tile.length) throw new RangeError('the tile is too narrow for this node');
  let hashes: Hash[] = [];
  for (let at = slice.from; at < slice.to; at += 1) hashes.push(tile.subarray(at * 32, at * 32 + 32));
  while (hashes.length > 1) hashes = pairs(hashes);
  return hashes[0]!;
}

function pairs(hashes: readonly Hash[]): Hash[] {
  const above: Hash[] = [];
  for (let at = 0; at < hashes.length; at += 2) above.push(nodeHash(hashes[at]!, hashes[at + 1]!));
  return above;
}
