import { Injectable } from '@nestjs/common';
import { PhotoQueries } from '#evidence';
import { Access, type Actor } from '#identity';
import type { Sha256 } from '#kernel';
import { UnitOfWork } from '#platform';
import { LotQueries } from '#seizures';
import type { Words } from '../shell/words.js';
import { PhotoRecordPresenter } from './photo-record.presenter.js';

type Asked = { readonly sha256: Sha256; readonly lot?: string | undefined };

/** What is known of one photo, as far as a person may see it. */
@Injectable()
export class PhotoPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly photos: PhotoQueries,
    private readonly lots: LotQueries,
    private readonly access: Access,
    private readonly presenter: PhotoRecordPresenter,
  ) {}

  /** Its records, and the photos before and after it of the lot that one came from. */
  async of(actor: Actor, { sha256, lot }: Asked, words: Words) {
    const agencies = await this.access.agenciesOf(actor, 'photo.read');
    return this.unitOfWork.run(async (tx) => {
      const records = await this.photos.records(tx, sha256, { agencies, viewer: actor.agency });
      const seen = [...new Set(records.flatMap((record) => record.lots))];
      const facts = await this.lots.facts(tx, seen);
      const from = seen.find((one) => one === lot) ?? seen[0];
      const row = from === undefined ? [] : await this.photos.ofLots(tx, [from]);
      const hashes = [...new Set(row.map((one) => one.sha256))];
      const here = hashes.indexOf(sha256);
      return {
        sha256,
        damaged: records.some(({ damaged }) => damaged),
        records: await this.presenter.shown(records, words),
        lots: facts.map(({ lot: id, code, description }) => ({ id, code, description })),
        from: facts.find((one) => one.lot === from),
        place: { at: here + 1, of: hashes.length },
        previous: hashes[here - 1],
        following: here < 0 ? undefined : hashes[here + 1],
      };
    });
  }
}
