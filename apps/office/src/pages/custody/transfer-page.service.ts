import { Injectable } from '@nestjs/common';
import { HandOverQueries } from '#custody';
import { AgencyQueries } from '#identity';
import type { EntryId, Instant, PersonId, TransferId } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Response } from 'express';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
import { allowScanning } from '../scan/scan-policy.js';
import { newKey } from '../shell/form-page.js';
import type { FormError } from '../shell/form-errors.js';
import { text, type FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { addressOf, qrOf } from '../shell/qr.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { bookedUnits, countedRows, differs, tallyOf, type CountedRow } from './count-form.js';
import { codeOfTransfer } from './transfer-code.js';

/** What the page shows of a form that was sent: as it stands for checking, or again with what was wrong. */
export interface SentForm {
  readonly values: FormValues;
  readonly mode: 'count' | 'check';
  readonly errors?: readonly FormError[];
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The row whose label was scanned last: the person counts there. */
  readonly at?: number;
}

type TransferShown = Awaited<ReturnType<TransferPresenter['one']>>;

/** One hand-over as a page: for who gives, who receives, and who looks back at it. */
@Injectable()
export class TransferPage {
  constructor(
    private readonly shell: Shell,
    private readonly transfers: TransferPresenter,
    private readonly goods: HandOverQueries,
    private readonly ledger: LedgerQueries,
    private readonly agencies: AgencyQueries,
  ) {}

  async show(request: PageRequest, response: Response, id: TransferId, sent?: SentForm): Promise<void> {
    const words = this.shell.words(request);
    const transfer = await this.transfers.one(id);
    const { person } = request.session.actor;
    const open = transfer.state === 'offered' || transfer.state === 'awaiting-giver';
    const [gives, receives] = [transfer.from.id === person, transfer.to.id === person];
    const counts = open && receives && (transfer.state === 'offered' || recounts(request, sent));
    const mode = counts ? (sent?.mode ?? 'count') : 'shown';
    const rows = countedRows(transfer.lines, counts ? { values: sent?.values ?? {} } : 'recorded');
    const showsCount = mode !== 'count' && transfer.lines.some(({ received }) => received ?? counts);
    if (mode === 'count') allowScanning(response);
    await this.shell.send(request, response, 'custody/transfer', {
      transfer,
      code: codeOfTransfer(transfer.id),
      look: lookOf(transfer.state),
      mode,
      rows: await this.rows(id, rows, words),
      tally: tallyOf(rows),
      differing: showsCount ? rows.filter(differs).map((row) => differenceShown(row, rows, words)) : [],
      booked: showsCount ? bookedUnits(rows) : [],
      location: sent ? text(sent.values, 'location') : (transfer.location ?? ''),
      agencyName: await this.agencyNames(words),
      steps: await this.steps(transfer, words),
      mayRecount: transfer.state === 'awaiting-giver' && receives && mode === 'shown',
      mayConfirm: transfer.state === 'awaiting-giver' && gives,
      mayWithdraw: open && gives,
      mayRefuse: open && receives && mode !== 'check',
      ...(transfer.state === 'offered' && gives && { qr: qrOf(addressOf(request, `/transfers/${id}`)) }),
      done: queryText(request, 'done'),
      key: sent ? text(sent.values, 'key') || newKey() : newKey(),
      values: sent?.values ?? {},
      fields: sent?.fields ?? {},
      errors: sent?.errors ?? [],
      at: sent?.at ?? -1,
    });
  }

  /** The lines with their seals and cases; beside them when the goods were seized. */
  private async rows(id: TransferId, rows: readonly CountedRow[], words: Words) {
    const sheet = new Map((await this.goods.sheet(id)).map((one) => [one.lot as string, one]));
    return rows.map((row) => {
      const about = sheet.get(row.line.lot);
      return {
        ...row,
        ...row.line,
        differs: differs(row),
        shown: row.difference === undefined ? '' : signed(row.difference, words),
        sealNumbers: about?.seals ?? [],
        reference: about?.reference,
        seizure: about?.seizure,
        seized: about && words.time(about.happened as Instant),
      };
    });
  }

  private async agencyNames(words: Words): Promise<(code: string) => string> {
    const names = new Map(
      (await this.agencies.all()).map(({ code, names: name }) => [code, words.name(name)]),
    );
    return (code) => names.get(code) ?? code;
  }

  /** What was recorded of this hand-over: who, when, and where it stands in the ledger. */
  private async steps({ entries, from, to }: TransferShown, words: Words) {
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
}

/** The receiver may count anew until the giver confirms. */
function recounts(request: PageRequest, sent: SentForm | undefined): boolean {
  return sent !== undefined || queryText(request, 'recount') === '1';
}

function differenceShown(row: CountedRow, rows: readonly CountedRow[], words: Words) {
  const { line, difference = '0' } = row;
  return {
    row: rows.indexOf(row) + 1,
    code: line.code,
    offered: words.amount(line.offered.amount),
    received: row.typed,
    difference: signed(difference, words),
    short: difference.startsWith('-'),
    unit: words.unit(line.offered.unit),
    note: row.note,
  };
}

/** With a sign that reads well: −4, +10, 0. */
function signed(difference: string, words: Words): string {
  if (difference === '0') return '0';
  return difference.startsWith('-')
    ? `−${words.amount(difference.slice(1))}`
    : `+${words.amount(difference)}`;
}
