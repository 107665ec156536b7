import type { BatchSnapshot } from '#entries';
import { sha256Hex, type LotId, type Sha256 } from '#kernel';

export interface SamplePhoto {
  readonly lot: LotId;
  readonly sha256: Sha256;
}

/** How many photos an approver is shown before asking for more. */
export const sampleSize = 24;

/**
 * Draws the photos that every approver is shown. The list's own hash is the seed: nobody chooses the sample, and
 * anybody can draw it again: the photos with the lowest SHA-256(snapshot ‖ lot ‖ photo), all as text.
 */
export function samplePhotos(list: BatchSnapshot, snapshot: Sha256, size = sampleSize): SamplePhoto[] {
  return list.photos
    .map(({ lot, sha256 }) => ({ lot, sha256: sha256 as Sha256, rank: sha256Hex(snapshot + lot + sha256) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ lot, sha256 }) => ({ lot, sha256 }));
}
