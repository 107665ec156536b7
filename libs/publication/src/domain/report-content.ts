import { DomainError, isSha256, type FieldError, type Sha256 } from '#kernel';

/** What a person asks to be published beside the figures. */
export interface ReportRequest {
  readonly photos: readonly { readonly sha256: string; readonly zh: string; readonly en?: string }[];
  readonly attendance?: number;
  readonly consultations?: number;
  readonly leaflets?: number;
}

/** The same as it is hashed and kept; `salt` (base64url) keeps others from guessing it before the release. */
export type ReportContent = {
  readonly v: 1;
  readonly salt: string;
  readonly photos: readonly {
    readonly sha256: Sha256;
    readonly stage: string;
    readonly description: { readonly zh: string; readonly en?: string };
  }[];
  readonly attendance?: number;
  readonly consultations?: number;
  readonly leaflets?: number;
};

/** A photo of one of the batch's events. */
export interface EventPhoto {
  readonly sha256: Sha256;
  readonly stage: string;
  readonly damaged: boolean;
}

export const mostPhotos = 12;
export const longestDescription = 200;
const mostPeople = 1_000_000;
const counts = ['attendance', 'consultations', 'leaflets'] as const;

/**
 * Pure: the content of a report. Only photos of the batch's own events can be chosen, each once and with words that
 * say what it shows. Throws `invalid` `publication.content` naming each fault: `publication.photo-unknown`,
 * `publication.photo-twice`, `publication.photo-damaged`, `publication.describe`, `publication.too-many-photos`,
 * `publication.count`.
 */
export function reportContent(
  asked: ReportRequest,
  photos: readonly EventPhoto[],
  salt: string,
): ReportContent {
  const errors: FieldError[] = [];
  if (asked.photos.length > mostPhotos)
    errors.push({
      pointer: '/photos',
      code: 'publication.too-many-photos',
      facts: { limit: String(mostPhotos) },
    });
  const chosen = asked.photos.map((one, index) => {
    const pointer = `/photos/${String(index)}`;
    const found = photos.find(({ sha256 }) => sha256 === one.sha256);
    const twice = asked.photos.findIndex(({ sha256 }) => sha256 === one.sha256) < index;
    if (!found || !isSha256(one.sha256)) errors.push({ pointer, code: 'publication.photo-unknown' });
    else if (twice) errors.push({ pointer, code: 'publication.photo-twice' });
    else if (found.damaged) errors.push({ pointer, code: 'publication.photo-damaged' });
    const description = describe(one, pointer, errors);
    return { sha256: one.sha256 as Sha256, stage: found?.stage ?? '', description };
  });
  for (const name of counts) {
    const value = asked[name];
    if (value !== undefined && !(Number.isInteger(value) && value >= 0 && value <= mostPeople))
      errors.push({ pointer: `/${name}`, code: 'publication.count', facts: { limit: String(mostPeople) } });
  }
  if (errors.length > 0) throw new DomainError('invalid', 'publication.content', {}, errors);
  const given = counts.filter((name) => asked[name] !== undefined).map((name) => [name, asked[name]]);
  return { v: 1, salt, photos: chosen, ...(Object.fromEntries(given) as Partial<ReportContent>) };
}

function describe(
  one: ReportRequest['photos'][number],
  pointer: string,
  errors: FieldError[],
): { zh: string; en?: string } {
  const [zh, en] = [one.zh.normalize('NFC').trim(), (one.en ?? '').normalize('NFC').trim()];
  const limit = { limit: String(longestDescription) };
  if (zh === '' || zh.length > longestDescription)
    errors.push({ pointer: `${pointer}/zh`, code: 'publication.describe', facts: limit });
  if (en.length > longestDescription)
    errors.push({ pointer: `${pointer}/en`, code: 'publication.describe', facts: limit });
  return { zh, ...(en !== '' && { en }) };
}
