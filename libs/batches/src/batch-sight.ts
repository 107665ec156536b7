import { Injectable } from '@nestjs/common';
import { Visibility } from '#identity';
import { DraftRepository } from './draft.repository.js';

/** A list that was never submitted is seen by the agency that makes it, and by no other. */
@Injectable()
export class BatchSight {
  constructor(visibility: Visibility, drafts: DraftRepository) {
    visibility.addSource('batch', async (batches) =>
      (await drafts.owners(batches)).map((owner) => ({ ...owner, relation: 'own' })),
    );
  }
}
