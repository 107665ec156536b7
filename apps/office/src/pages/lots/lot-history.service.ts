import { Injectable } from '@nestjs/common';
import { AgencyQueries } from '#identity';
import type { LotId, PersonId } from '#kernel';
import { Checkpoints, LedgerQueries, type NumberedEntry } from '#ledger';
import { Directory } from '../../common/directory.js';
import type { Words } from '../shell/words.js';
import { timelineOf, type TimelineItem } from './timeline.js';

/** A case of 500 lines with as many photos fits; of more, the newest are shown. */
const mostEntries = 3000;

/** What the ledger says of lots, for people to read and for others to check. */
@Injectable()
export class LotHistory {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly checkpoints: Checkpoints,
    private readonly directory: Directory,
    private readonly agencies: AgencyQueries,
  ) {}

  /** The entries of a lot in ledger order. */
  entries(lot: LotId): Promise<NumberedEntry[]> {
    return this.ledger.entriesOfLot(lot);
  }

  /** Entries about any of these lots in ledger order, each once; of very many the newest. */
  entriesOfCase(lots: readonly LotId[]): Promise<NumberedEntry[]> {
    return this.ledger.entriesOfLots(lots, mostEntries);
  }

  /** As a history, newest on top; with `lot`, amounts of that lot are told. */
  async timeline(entries: readonly NumberedEntry[], words: Words, lot?: LotId): Promise<TimelineItem[]> {
    const named = entries.flatMap(({ entry }) =>
      entry.type === 'transfer.offered' ? [entry.actor.person, entry.data.to] : [entry.actor.person],
    );
    const find = await this.directory.persons(undefined, named);
    const offices = new Map((await this.agencies.all()).map(({ code, names }) => [code, words.name(names)]));
    const person = (id: PersonId) => {
      const { name, agency } = find(id);
      return agency === '' ? name : `${name} (${offices.get(agency) ?? agency})`;
    };
    return timelineOf(entries, { words, person, ...(lot && { lot }) });
  }

  /**
   * Proofs that these entries are in the ledger (RFC 9162, 2.1.3), all under one signed checkpoint, to be kept and
   * checked without this system. They hold hashes, not what the entries say.
   */
  async proofs(entries: readonly NumberedEntry[]) {
    const { origin, size, root, note } = await this.checkpoints.make();
    const proofs = [];
    for (const { seq, leafHash, entry } of entries) {
      const { path } = await this.ledger.inclusion(seq, size);
      proofs.push({ seq, id: entry.id, type: entry.type, leafHash, path });
    }
    return { origin, size, root, checkpoint: note, entries: proofs };
  }

  size(): Promise<number> {
    return this.ledger.head().then((head) => head.size);
  }
}
