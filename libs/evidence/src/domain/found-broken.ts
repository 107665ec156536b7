import type { DraftOf } from '#entries';
import type { EventId, LotId, Sha256 } from '#kernel';
import type { PhotoId } from './add-photo.js';

/** A recorded photo as far as a finding about its picture asks. */
export interface RecordedPhoto {
  readonly id: PhotoId;
  readonly sha256: Sha256;
  /** Lots that it shows; empty for an event. */
  readonly lots: readonly LotId[];
  readonly event: EventId | null;
  readonly damaged: boolean;
}

/** The full decode of a photo failed: from now on it counts as damaged. Undefined where that is known already. */
export function photoFoundBroken(photo: RecordedPhoto): DraftOf<'photo.found-broken'> | undefined {
  const { id, sha256, lots, event, damaged } = photo;
  if (damaged) return undefined;
  return {
    type: 'photo.found-broken',
    subject: { kind: 'photo', id },
    data: { sha256, ...(lots.length > 0 && { lots }), ...(event !== null && { event }) },
  };
}
