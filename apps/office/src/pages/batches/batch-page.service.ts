import { Injectable } from '@nestjs/common';
import { IssueService } from '#certificates';
import { DomainError, type BatchId, type Instant } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
}
type Batch = Awaited<ReturnType<BatchPresenter['one']>>;
type Line = NonNullable<Batch['lines']>[number];

/** One batch as a page: totals first, the list, who decided what, and what this person can do now. */
@Injectable()
export class BatchPage {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly issuing: IssueService,
  ) {}

  /** Lines of the frozen list; none before it is submitted. */
  async lines(request: PageRequest, id: BatchId): Promise<readonly Line[]> {
    return (await this.batches.one(request.session.actor, id)).lines ?? [];
  }

  async show(request: PageRequest, response: Response, id: BatchId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const batch = await this.batches.one(actor, id);
    const awaited = batch.awaiting?.includes(actor.agencyCode) === true;
    const preview =
      batch.state === 'approved' && may(actor, 'certificate.issue') ? await this.preview(id, words) : {};
    await this.shell.send(request, response, 'batches/batch', {
      batch,
      look: lookOf(batch.state),
      lines: (batch.lines ?? []).map((line) => lineShown(line, words)),
      totals: totalsByUnit(batch, words),
      decisions: batch.decisions.map((one) => ({ ...one, when: words.time(one.decidedAt as Instant) })),
      done: queryText(request, 'done'),
      key: newKey(),
      mayDecide: awaited && may(actor, 'batch.approve'),
      ...preview,
      values: again
        ? {
            decision: text(again.values, 'decision'),
            except: text(again.values, 'except'),
            reason: text(again.values, 'reason'),
          }
        : {},
      fields: {},
      ...(again && formErrors(again.error, words, fieldOf)),
    });
  }

  /** What a certificate would say, or what still stands in its way. */
  private async preview(id: BatchId, words: Words) {
    try {
      return { preview: await this.issuing.preview(id) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { noCertificate: words.t(error.code, error.facts) };
    }
  }
}

const formFields = ['decision', 'except', 'reason'];

function fieldOf(pointer: string): string | undefined {
  const name = pointer.split('/')[1] ?? '';
  return formFields.includes(name) ? name : undefined;
}

function lineShown(line: Line, words: Words) {
  return {
    code: line.code,
    category: words.category(line.category),
    description: line.description,
    quantity: words.quantity(line.quantity as Quantity),
    site: line.site,
    method: words.method(line.method),
    inBatch: line.inBatch,
  };
}

/** Amounts still in the batch per base unit; unlike units are never added. */
function totalsByUnit(batch: Batch, words: Words) {
  return (batch.totals ?? []).map(({ category, base }) => ({
    category: words.category(category),
    amount: words.amount(base.amount),
    unit: words.unit(base.unit),
  }));
}
