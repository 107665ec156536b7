import { Injectable } from '@nestjs/common';
import type { PhotoRecord } from '#evidence';
import { AgencyQueries } from '#identity';
import type { Instant, Json } from '#kernel';
import { LedgerQueries } from '#ledger';
import { Directory } from '../../common/directory.js';
import type { Words } from '../shell/words.js';

type Claims = NonNullable<PhotoRecord['claimed']>;

/** The records of a photo in words. */
@Injectable()
export class PhotoRecordPresenter {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly directory: Directory,
    private readonly agencies: AgencyQueries,
  ) {}

  async shown(records: readonly PhotoRecord[], words: Words) {
    const person = await this.directory.persons(
      undefined,
      records.map((record) => record.person),
    );
    const offices = new Map((await this.agencies.all()).map(({ code, names }) => [code, words.name(names)]));
    const shown = [];
    for (const record of records) {
      const { seq, leafHash } = await this.ledger.entry(record.entry);
      const { name, agency } = person(record.person);
      shown.push({
        stage: words.t(`stage.${record.stage}`),
        received: words.time(record.recorded as Instant),
        person: `${name} (${offices.get(agency) ?? agency})`,
        bytes: words.amount(String(record.size)),
        mediaType: record.mediaType,
        ...(record.site !== undefined && { site: record.site }),
        ...(record.taken !== undefined && { taken: words.time(record.taken as Instant) }),
        claims: claimsOf(record.claimed ?? {}, words),
        seq,
        leafHash,
      });
    }
    return shown;
  }
}

/** What the device says, in the order of how much it says; nothing of it is checked. */
export function claimsOf({ takenAt, software, device, position }: Claims, words: Words) {
  return [
    { name: words.t('photo.claim-time'), value: takenAt },
    { name: words.t('photo.claim-device'), value: device === undefined ? undefined : flat(device) },
    { name: words.t('photo.claim-software'), value: software },
    { name: words.t('photo.claim-position'), value: position === undefined ? undefined : flat(position) },
  ].filter((claim) => claim.value !== undefined && claim.value !== '');
}

function flat(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.values(value)
    .map((part) => flat(part as Json))
    .join(', ');
}
