import type { DraftOf } from '#entries';
import {
  derivedId,
  DomainError,
  type Brand,
  type EventId,
  type LotId,
  type SeizureId,
  type Sha256,
} from '#kernel';
import type { PhotoType } from './media-type.js';

export const photoStages = ['seizure', 'custody', 'staging', 'before', 'during', 'after'] as const;
export type PhotoStage = (typeof photoStages)[number];
export type PhotoId = Brand<string, 'photo'>;

/** What a photo shows: one lot, lots of a seizure (a pile; without names all of them), or the site of an event. */
export type PhotoTarget =
  | { readonly lot: LotId }
  | { readonly seizure: SeizureId; readonly lots?: readonly LotId[] }
  | { readonly event: EventId; readonly site?: string };

export interface PhotoOf {
  readonly target: PhotoTarget;
  readonly sha256: Sha256;
  readonly stage: PhotoStage;
}

/** The same photo of the same thing at the same stage has the same id, whoever adds it how often. */
export function photoIdOf({ target, sha256, stage }: PhotoOf): PhotoId {
  return derivedId('photo', JSON.stringify(targetParts(target)), sha256, stage);
}

function targetParts(target: PhotoTarget): string[] {
  if ('lot' in target) return ['lot', target.lot];
  if ('event' in target) return ['event', target.event, target.site ?? ''];
  return ['seizure', target.seizure, ...[...(target.lots ?? [])].sort()];
}

export interface PhotoFacts extends PhotoOf {
  /** Bytes. */
  readonly size: number;
  readonly mediaType: PhotoType;
  readonly damaged: boolean;
  /** When the person says that it was taken. */
  readonly taken?: string;
  /** `device` and `position` as commitments. */
  readonly claims: DraftOf<'photo.added'>['data']['claims'];
  /** Every lot of the seizure; needed where the target is a seizure. */
  readonly seizureLots: readonly LotId[];
}

/**
 * A photo becomes evidence. Throws `missing` `photo.subject-unknown` for a seizure without lots, `invalid`
 * `photo.lot-elsewhere` for a lot that is not the seizure's.
 */
export function addPhoto(facts: PhotoFacts): DraftOf<'photo.added'> {
  const { sha256, size, mediaType, stage, taken, claims, damaged } = facts;
  return {
    type: 'photo.added',
    subject: { kind: 'photo', id: photoIdOf(facts) },
    data: {
      sha256,
      size: String(size),
      mediaType,
      stage,
      ...(taken !== undefined && { taken }),
      ...(claims && Object.keys(claims).length > 0 && { claims }),
      ...(damaged && { damaged }),
      ...shown(facts),
    },
  };
}

function shown({ target, seizureLots }: PhotoFacts) {
  if ('lot' in target) return { lots: [target.lot] };
  if ('event' in target)
    return { event: target.event, ...(target.site !== undefined && { site: target.site }) };
  if (seizureLots.length === 0) throw new DomainError('missing', 'photo.subject-unknown');
  const lots = target.lots ?? seizureLots;
  const foreign = lots.find((lot) => !seizureLots.includes(lot));
  if (foreign) throw new DomainError('invalid', 'photo.lot-elsewhere', { lot: foreign });
  return { seizure: target.seizure, lots: [...new Set(lots)].sort() };
}
