import type { Instant } from '#kernel';
import type { Words } from './words.js';

/** What a page needs of a photo. */
interface PhotoShown {
  readonly sha256: string;
  readonly stage: string;
  readonly recorded: string;
  readonly damaged: boolean;
}

/** Photos for a page: the view without metadata, when it was received, the start of its hash. */
export function photoTiles(photos: readonly PhotoShown[], words: Words) {
  return photos.map(({ sha256, stage, recorded, damaged }) => ({
    src: `/api/v1/photos/${sha256}/view`,
    stage: words.t(`stage.${stage}`),
    received: words.time(recorded as Instant),
    short: sha256.slice(0, 6),
    sha256,
    damaged,
  }));
}
