import { Injectable } from '@nestjs/common';
import { Reactions } from '#ledger';
import { holdsForDamage } from './domain/holds.js';
import { LotQueries } from './lot.queries.js';

/** Goods whose evidence can't be trusted any more are kept from disposal, without anybody having to notice first. */
@Injectable()
export class EvidenceReactions {
  constructor(reactions: Reactions, lots: LotQueries) {
    reactions.on('evidence.damaged', async (tx, entry) =>
      holdsForDamage(entry, await lots.facts(tx, entry.data.lots ?? [])),
    );
  }
}
