import type { TileId } from './tile-geometry.js';
import { tileWidth } from './tile-geometry.js';

/** A tile as asked for over HTTP: 1 to 256 hashes wide. */
export interface TileRequest extends TileId {
  readonly width: number;
}

const shape = /^tile\/(?<level>0|[1-9]\d?)\/(?<index>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/;

/** The path of C2SP tlog-tiles below the log's prefix: `tile/0/x001/x234/067`, `tile/1/000.p/17`. */
export function tilePath({ level, index, width }: TileRequest): string {
  const groups = [String(index % 1000).padStart(3, '0')];
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  const partial = width === tileWidth ? '' : `.p/${String(width)}`;
  return `tile/${String(level)}/${groups.join('/')}${partial}`;
}

/**
 * Reads a path that {@link tilePath} can have written; undefined for every other text (level over 63, leading
 * zero groups, width 0 or over 255, an index that is no safe integer).
 */
export function parseTilePath(path: string): TileRequest | undefined {
  const groups = shape.exec(path)?.groups;
  if (!groups) return undefined;
  const request = {
    level: Number(groups['level']),
    index: Number(groups['index']!.replace(/[x/]/g, '')),
    width: groups['width'] === undefined ? tileWidth : Number(groups['width']),
  };
  const known = request.level <= 63 && Number.isSafeInteger(request.index) && request.width <= tileWidth;
  // Written again it must be the same text: so there is one address for a tile, as caches need it.
  return known && tilePath(request) === path ? request : undefined;
}
