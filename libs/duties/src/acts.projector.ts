import { Injectable } from '@nestjs/common';
import { actsOf, entryTypes, type Entry, type EntryType } from '#entries';
import { Projectors } from '#ledger';
import type { Tx } from '#platform';

/** The only writer of `state.acts`: what people did to goods, from the entries that prove it. */
@Injectable()
export class ActsProjector {
  constructor(projectors: Projectors) {
    for (const type of Object.keys(entryTypes) as EntryType[]) {
      projectors.on(type, (tx, entry) => remember(tx, entry as Entry));
    }
  }
}

/** For every lot that the entry touches: which ones stands beside the entry, where it is recorded. */
async function remember(tx: Tx, entry: Entry): Promise<void> {
  for (const { person, act } of actsOf(entry)) {
    await tx.query(
      `INSERT INTO state.acts (lot, person, act, entry)
       SELECT l.lot, $1, $2, l.entry FROM ledger.entry_lots l WHERE l.entry = $3 ON CONFLICT DO NOTHING`,
      [person, act, entry.id],
    );
  }
}
