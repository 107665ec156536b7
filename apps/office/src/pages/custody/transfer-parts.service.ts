import { Inject, Injectable } from '@nestjs/common';
import { CatalogueService, clockOf } from '#catalogue';
import { HandOverQueries, type SheetLine } from '#custody';
import { AgencyQueries } from '#identity';
import type { Clock, EntryId, Instant, PersonId } from '#kernel';
import { CLOCK, LedgerQueries } from '#ledger';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
import { plainAmount } from '../seizures/registration-lines.js';
import { endOf, timeLeft } from '../queue/due.js';
import type { Words } from '../shell/words.js';
import { differs, type CountedRow } from './count-form.js';

export type TransferShown = Awaited<ReturnType<TransferPresenter['one']>>;

/** What a hand-over shows beside the count: cases and seals of its lines, time limit, ledger entries. */
@Injectable()
export class TransferParts {
  constructor(
    private readonly goods: HandOverQueries,
    private readonly ledger: LedgerQueries,
    private readonly agencies: AgencyQueries,
    private readonly catalogue: CatalogueService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  sheet({ id }: TransferShown): Promise<SheetLine[]> {
    return this.goods.sheet(id);
  }

  /** From the code of an agency to its name. */
  async agencyNames(words: Words): Promise<(code: string) => string> {
    const names = new Map(
      (await this.agencies.all()).map(({ code, names: name }) => [code, words.name(name)]),
    );
    return (code) => names.get(code) ?? code;
  }

  /** What was recorded of this hand-over: who, when, and where it stands in the ledger. */
  async steps({ entries, from, to }: TransferShown, words: Words) {
    const ids = [...new Set([entries.offered, entries.accepted, entries.ended])];
    const people = new Map<PersonId, string>([from, to].map(({ id, name }) => [id, name]));
    const steps = [];
    for (const id of ids.filter((one): one is EntryId => one !== undefined)) {
      const { seq, leafHash, entry } = await this.ledger.entry(id);
      const withdrawn = entry.type === 'transfer.refused' && entry.actor.person === from.id;
      steps.push({
        seq,
        leafHash,
        name: words.t(withdrawn ? 'transfers.withdrawn' : `entry.name-${entry.type}`),
        person: people.get(entry.actor.person) ?? '',
        when: words.time(entry.recorded),
      });
    }
    return steps;
  }

  /** The seizures that the goods come from, and how long the law leaves for goods that officers still hold. */
  casesOf({ lines, state }: TransferShown, sheet: readonly SheetLine[], words: Words) {
    const cases = new Map(sheet.map((one) => [one.seizure as string, one.reference]));
    const fromOfficers = new Set(
      lines.filter(({ source }) => source === 'with-officers').map(({ lot }) => lot as string),
    );
    const [first] = sheet
      .filter(({ lot }) => fromOfficers.has(lot))
      .map(({ happened }) => happened)
      .sort();
    const open = state === 'offered' || state === 'awaiting-giver';
    const limit = open && first !== undefined ? this.limitOf(first as Instant, words) : undefined;
    return {
      cases: [...cases].map(([id, reference]) => ({ id, reference })),
      ...(limit && { limit }),
    };
  }

  private limitOf(seized: Instant, words: Words) {
    const clock = clockOf(this.catalogue.rulePack(), 'custody-hand-over');
    if (!clock) return undefined;
    const due = endOf(seized, clock.within);
    const left = timeLeft(due, this.clock.now());
    const facts = { seized: words.time(seized), due: words.time(due) };
    return {
      text: words.t('transfers.limit', { ...facts, left: words.t(left.code, { count: left.count }) }),
      late: Date.parse(due) < this.clock.now(),
    };
  }
}

/** The rows of the count with what the case says of them. */
export function rowsShown(rows: readonly CountedRow[], sheet: readonly SheetLine[], words: Words) {
  const byLot = new Map(sheet.map((one) => [one.lot as string, one]));
  return rows.map((row) => {
    const about = byLot.get(row.line.lot);
    return {
      ...row,
      ...row.line,
      counted: countedText(row, words),
      differs: differs(row),
      shown: row.difference === undefined ? '' : signed(row.difference, words),
      sealNumbers: about?.seals ?? [],
      reference: about?.reference,
    };
  });
}

/** Rows that differ, as sentences need them. */
export function differencesShown(rows: readonly CountedRow[], words: Words) {
  return rows.filter(differs).map((row) => {
    const { line, difference = '0' } = row;
    return {
      row: rows.indexOf(row) + 1,
      code: line.code,
      offered: words.amount(line.offered.amount),
      received: countedText(row, words),
      by: words.amount(difference.replace('-', '')),
      short: difference.startsWith('-'),
      unit: words.unit(line.offered.unit),
      note: row.note,
    };
  });
}

function countedText({ typed, difference }: CountedRow, words: Words): string {
  return difference === undefined ? typed : words.amount(plainAmount(typed));
}

/** With a sign that reads well: −4, +10, 0. */
function signed(difference: string, words: Words): string {
  if (difference === '0') return '0';
  return difference.startsWith('-')
    ? `−${words.amount(difference.slice(1))}`
    : `+${words.amount(difference)}`;
}
