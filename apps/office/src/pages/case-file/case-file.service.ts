import { Injectable } from '@nestjs/common';
import type { PhotoShown } from '#evidence';
import type { Actor } from '#identity';
import { formatInstant, type EntryId, type Instant, type PersonId } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Quantity } from '#quantity';
import { Directory } from '../../common/directory.js';
import { CaseReader } from '../cases/case.reader.js';
import { paperKinds } from '../cases/record-places.js';
import { claimsOf } from '../evidence/photo-record.presenter.js';
import { LotHistory } from '../lots/lot-history.service.js';
import { lookOf } from '../shell/looks.js';
import type { Words } from '../shell/words.js';
import { CaseFileQueries, type LotBalance } from './case-file.queries.js';

type Case = Awaited<ReturnType<CaseReader['seizure']>>;
const named: ReadonlySet<string> = new Set(Object.values(paperKinds));
/** Accounts of goods that lie where their custodian put them. */
const inStore: ReadonlySet<string> = new Set(['custody', 'allocated']);
const shownAt = (at: Date, words: Words) => words.time(formatInstant(at.getTime()));

/** Everything of a case: its head, people, goods, records, hand-overs, disposal, photos and history. */
@Injectable()
export class CaseFile {
  constructor(
    private readonly cases: CaseReader,
    private readonly queries: CaseFileQueries,
    private readonly history: LotHistory,
    private readonly ledger: LedgerQueries,
    private readonly directory: Directory,
  ) {}

  /** In words, each record with the number of its entry; throws `missing` `seizure.unknown`. */
  async of(actor: Actor, id: string, words: Words) {
    const found = await this.cases.seizure(actor, id);
    const { seizure, records } = found;
    const lots = seizure.lots.map((lot) => lot.id);
    const entries = await this.history.entriesOfCase(lots);
    const balances = await this.queries.balances(lots);
    const [registered, ...confirmed] = [seizure.registered, seizure.confirmation?.entry];
    const all = [...records.appraisals, ...records.decisions, ...records.holds];
    return {
      seizure,
      records,
      seqs: Object.fromEntries(await this.numbers(all.map((one) => one.entry))),
      receipts: await this.ledger.receipts([registered, ...confirmed.filter((one) => one !== undefined)]),
      lines: linesOf(found, balances, words),
      ...(await this.beside(actor, found, words)),
      timeline: await this.history.timeline(entries, words),
      count: entries.length,
    };
  }

  private async beside(actor: Actor, { seizure, records }: Case, words: Words) {
    const lots = seizure.lots.map((lot) => lot.id);
    const handOvers = await this.queries.handOvers(actor, lots);
    const disposals = await this.queries.disposals(actor, lots);
    const about = [...records.appraisals, ...records.decisions, ...records.holds].map((one) => one.id);
    const papers = await this.queries.papers([seizure.id, ...lots, ...about]);
    const photos = await this.queries.photos(seizure.id, lots, actor.agency);
    const seq = await this.numbers(
      [...handOvers, ...disposals, ...papers, ...photos].map((one) => one.entry),
      handOvers.map((one) => one.ended),
    );
    const person = await this.people([
      ...handOvers.flatMap(({ giver, receiver }) => [giver, receiver]),
      ...[...papers, ...photos].map((one) => one.person),
    ]);
    return {
      handOvers: handOvers.map((one) => ({
        ...one,
        look: lookOf(one.state),
        from: person(one.giver),
        to: person(one.receiver),
        when: shownAt(one.at, words),
        seqs: [one.entry, one.ended].flatMap((entry) => (entry ? [seq.get(entry)] : [])),
      })),
      disposals: disposals.map((one) => ({
        ...one,
        look: lookOf(one.state),
        when: shownAt(one.at, words),
        seq: seq.get(one.entry),
      })),
      papers: papers.map((one) => ({
        ...one,
        name: named.has(one.kind) ? words.t(`paper.${one.kind}`) : one.kind,
        by: person(one.person),
        when: shownAt(one.at, words),
        seq: seq.get(one.entry),
      })),
      photos: photos.map((one) => ({
        ...photoShown(one, words),
        by: person(one.person),
        seq: seq.get(one.entry),
      })),
    };
  }

  private async people(ids: readonly PersonId[]): Promise<(id: PersonId) => string> {
    const find = await this.directory.persons(undefined, ids);
    return (id) => find(id).name;
  }

  /** Numbers of entries in the ledger. */
  private async numbers(
    entries: readonly EntryId[],
    more: readonly (EntryId | null)[] = [],
  ): Promise<Map<EntryId, number>> {
    const ids = [...new Set([...entries, ...more.filter((one) => one !== null)])];
    return new Map((await this.ledger.receipts(ids)).map(({ id, seq }) => [id as EntryId, seq]));
  }
}

function linesOf({ seizure }: Case, balances: readonly LotBalance[], words: Words) {
  return seizure.lots.map((lot) => {
    const own = balances.filter((one) => one.lot === lot.id);
    return {
      ...lot,
      shown: words.quantity(lot.declared as Quantity),
      // Where gone goods were kept last is no longer where they are.
      location: own.find(({ account }) => inStore.has(account))?.location ?? '',
      accounts: own.map(({ account, amount, unit }) => ({
        name: words.t(`account.${account}`),
        amount: `${words.amount(amount)} ${words.unit(unit)}`,
      })),
    };
  });
}

function photoShown({ sha256, stage, recorded, damaged, taken, claimed }: PhotoShown, words: Words) {
  return {
    sha256,
    stage: words.t(`stage.${stage}`),
    received: words.time(recorded as Instant),
    damaged,
    taken: taken === undefined ? '' : words.time(taken as Instant),
    claims: claimsOf(claimed ?? {}, words),
  };
}
