import { Injectable } from '@nestjs/common';
import type { DomainError, EntryId } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { Directory } from '../../common/directory.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { RecordKind } from './case-forms.js';
import { CaseReader } from './case.reader.js';
import { paperKinds, recordPlaces } from './record-places.js';

/** Kinds of papers that pages attach; other systems may name theirs as they like. */
const named: ReadonlySet<string> = new Set(Object.values(paperKinds));

/** The page of one appraisal, decision or hold: the receipt after recording it, and what can follow. */
@Injectable()
export class RecordPages {
  constructor(
    private readonly shell: Shell,
    private readonly reader: CaseReader,
    private readonly directory: Directory,
    private readonly ledger: LedgerQueries,
  ) {}

  /** Throws `missing` `<kind>.unknown`; `typed` is the reason that a refused release was given. */
  async show(
    request: PageRequest,
    response: Response,
    kind: RecordKind,
    failed?: { readonly error: DomainError; readonly typed?: string },
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const { record, lots, papers } = await this.reader.record(kind, String(request.params['id']));
    const person = await this.directory.persons(
      undefined,
      papers.map((one) => one.person),
    );
    const parts = new Map(
      record.lots.map((one) =>
        typeof one === 'string' ? [one, undefined] : ([one.lot, one.amount] as const),
      ),
    );
    await this.shell.send(request, response, 'cases/record', {
      kind,
      place: recordPlaces[kind],
      record,
      receipt: await this.receiptOf(record.entry),
      ...('released' in record && record.released && { release: await this.receiptOf(record.released) }),
      lots: lots.map((lot) => ({
        ...lot,
        declared: words.quantity(lot.declared as Quantity),
        part: parts.get(lot.id),
      })),
      seizures: [...new Set(lots.map(({ seizure }) => seizure))],
      papers: papers.map((one) => ({
        ...one,
        name: named.has(one.kind) ? words.t(`paper.${one.kind}`) : one.kind,
        by: person(one.person).name,
      })),
      done: queryText(request, 'done'),
      key: newKey(),
      values: { reason: failed?.typed ?? '' },
      mayAttach: may(actor, 'document.add') && lots.every(({ responsible }) => responsible === actor.agency),
      mayReplace: may(actor, 'decision.record'),
      mayRelease: may(actor, 'hold.release'),
      fields: {},
      ...(failed && formErrors(failed.error, words, (pointer) => pointer.slice(1))),
    });
  }

  private async receiptOf(entry: EntryId) {
    return (await this.ledger.receipts([entry]))[0]!;
  }
}
