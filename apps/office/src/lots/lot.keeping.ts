import { Injectable } from '@nestjs/common';
import { CustodyQueries } from '#custody';
import { PhotoQueries } from '#evidence';
import type { AgencyId, LotId } from '#kernel';
import type { Tx } from '#platform';
import { Directory } from '../common/directory.js';

/** Who keeps a lot, and which photos show it. */
@Injectable()
export class LotKeeping {
  constructor(
    private readonly custody: CustodyQueries,
    private readonly photos: PhotoQueries,
    private readonly directory: Directory,
  ) {}

  /** Until a custodian accepts the goods, they are with the officers of the responsible agency. */
  async holding(tx: Tx, lot: LotId, responsible: AgencyId) {
    const [holder] = await this.custody.holders(tx, [lot]);
    const office = await this.directory.offices(tx, [holder?.agency ?? responsible]);
    if (!holder) return { agency: office(responsible) };
    const { agency, custodian, location, since } = holder;
    const person = await this.directory.persons(tx, [custodian]);
    return {
      agency: office(agency),
      custodian: person(custodian),
      ...(location !== undefined && { location }),
      since,
    };
  }

  /**
   * Photos of every stage, those of the lot's pile among them: what the device claims beside the time of receipt.
   * @param viewer agency of the person who looks
   */
  async shownBy(tx: Tx, lot: LotId, viewer?: AgencyId) {
    const photos = await this.photos.shown(tx, { lot }, viewer);
    return photos.map(({ id: _id, person: _person, agency: _agency, ...photo }) => photo);
  }
}
