import { Injectable } from '@nestjs/common';
import type { TransferId } from '#kernel';
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
import { bookedUnits, countedRows, tallyOf } from './count-form.js';
import { codeOfTransfer } from './transfer-code.js';
import { differencesShown, rowsShown, TransferParts, type TransferShown } from './transfer-parts.service.js';

/** What the page shows of a form that was sent: as it stands for checking, or again with what was wrong. */
export interface SentForm {
  readonly values: FormValues;
  readonly mode: 'count' | 'check';
  readonly errors?: readonly FormError[];
  readonly fields?: Readonly<Record<string, unknown>>;
  /** The row whose label was scanned last: the person counts there. */
  readonly at?: number;
}

/** One hand-over as a page: for who gives, who receives, and who looks back at it. */
@Injectable()
export class TransferPage {
  constructor(
    private readonly shell: Shell,
    private readonly transfers: TransferPresenter,
    private readonly parts: TransferParts,
  ) {}

  async show(request: PageRequest, response: Response, id: TransferId, sent?: SentForm): Promise<void> {
    const words = this.shell.words(request);
    const transfer = await this.transfers.one(id);
    const sheet = await this.parts.sheet(transfer);
    const view = viewOf(transfer, request, sent);
    const { mode } = view;
    const rows = countedRows(transfer.lines, view.counts ? { values: sent?.values ?? {} } : 'recorded');
    const showsCount = mode !== 'count' && transfer.lines.some(({ received }) => received ?? view.counts);
    if (mode === 'count') allowScanning(response);
    await this.shell.send(request, response, 'custody/transfer', {
      transfer,
      ...view,
      ...this.parts.casesOf(transfer, sheet, words),
      code: codeOfTransfer(transfer.id),
      look: lookOf(transfer.state),
      rows: rowsShown(rows, sheet, words),
      tally: tallyOf(rows),
      differing: showsCount ? differencesShown(rows, words) : [],
      booked: showsCount ? bookedUnits(rows) : [],
      location: sent ? text(sent.values, 'location') : (transfer.location ?? ''),
      agencyName: await this.parts.agencyNames(words),
      steps: await this.parts.steps(transfer, words),
      ...(view.shows && { qr: qrOf(addressOf(request, `/transfers/${id}`)) }),
      done: queryText(request, 'done'),
      key: sent ? text(sent.values, 'key') || newKey() : newKey(),
      values: sent?.values ?? {},
      fields: sent?.fields ?? {},
      errors: sent?.errors ?? [],
      at: sent?.at ?? -1,
    });
  }
}

/** What this person does here: the receiver counts, and may count anew until the giver confirms. */
function viewOf({ state, from, to }: TransferShown, request: PageRequest, sent: SentForm | undefined) {
  const { person } = request.session.actor;
  const open = state === 'offered' || state === 'awaiting-giver';
  const [gives, receives] = [from.id === person, to.id === person];
  const recounts = sent !== undefined || queryText(request, 'recount') === '1';
  const counts = open && receives && (state === 'offered' || recounts);
  const mode = counts ? (sent?.mode ?? 'count') : 'shown';
  return {
    counts,
    mode,
    shows: state === 'offered' && gives,
    mayRecount: state === 'awaiting-giver' && receives && mode === 'shown',
    mayConfirm: state === 'awaiting-giver' && gives,
    mayWithdraw: open && gives,
    mayRefuse: open && receives && mode !== 'check',
  };
}
