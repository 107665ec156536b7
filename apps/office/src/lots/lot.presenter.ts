import { Inject, Injectable } from '@nestjs/common';
import type { Entry } from '#entries';
import { formatInstant, type AgencyId, type Clock, type LotId } from '#kernel';
import { CLOCK, LedgerQueries, type NumberedEntry } from '#ledger';
import type { Blocker, SeizureFacts } from '#seizures';
import { Directory } from '../common/directory.js';
import { LotReader } from './lot.reader.js';

/** Says a blocker in the asker's language. */
export type Say = (blocker: Blocker) => string;

/** One lot as the interface shows it. */
@Injectable()
export class LotPresenter {
  constructor(
    private readonly lots: LotReader,
    private readonly entries: LedgerQueries,
    private readonly directory: Directory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Throws `missing` `lot.unknown`.
   * @param viewer agency of the person who looks: its own cases show where photos were taken, and with what
   */
  async one(lot: LotId, say: Say, viewer?: AgencyId) {
    const { facts, blockers, balances, record, seizure, holding, photos } = await this.lots.of(
      lot,
      formatInstant(this.clock.now()),
      viewer,
    );
    const office = await this.directory.offices(undefined, [facts.responsible]);
    const { lot: _, seizure: __, responsible, ...said } = facts;
    return {
      id: lot,
      ...record,
      ...said,
      seizure: seizureShown(seizure),
      responsible: office(responsible),
      holding,
      balances: balances.map(({ account, amount }) => ({ account, amount, unit: facts.base.unit })),
      photos,
      blockers: blockers.map((one) => ({ code: one.code, detail: say(one), facts: one.facts })),
      history: await this.history(await this.entries.entriesOfLot(lot)),
    };
  }

  private async history(entries: readonly NumberedEntry[]) {
    const person = await this.directory.persons(
      undefined,
      entries.map(({ entry }) => entry.actor.person),
    );
    return entries.map(({ seq, leafHash, entry }) => ({
      seq,
      leafHash,
      ...frameOf(entry),
      actor: person(entry.actor.person),
    }));
  }
}

function seizureShown({ id, reference, caseNumber, happened, place, confirmed }: SeizureFacts) {
  return { id, reference, caseNumber, happened, place, confirmed };
}

/** What of an entry a history shows; its content is in the ledger, for those who may read that. */
function frameOf({ id, type, happened, recorded, lateReason, subject }: Entry) {
  return {
    id,
    type,
    happened,
    recorded,
    subject: { kind: subject.kind, id: subject.id },
    ...(lateReason !== undefined && { lateReason }),
  };
}
