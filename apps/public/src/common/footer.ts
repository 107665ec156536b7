import { Injectable } from '@nestjs/common';
import { formatTime, PublishedLog } from '#published';

export interface FooterModel {
  readonly checkpoint?: { readonly size: string; readonly root: string; readonly made: string };
}

/** The newest checkpoint, which stands at the foot of every page that reads the ledger. */
@Injectable()
export class Footer {
  constructor(private readonly log: PublishedLog) {}

  async model(): Promise<FooterModel> {
    const newest = await this.log.newestCheckpoint();
    if (!newest) return {};
    const { size, root, made } = newest;
    return { checkpoint: { size: String(size), root, made: formatTime(made) } };
  }
}
