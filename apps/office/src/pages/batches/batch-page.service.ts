import { Injectable } from '@nestjs/common';
import { ReminderService, BatchQueries } from '#batches';
import { IssueService } from '#certificates';
import { AgencyQueries } from '#identity';
import { DomainError, type BatchId, type Instant } from '#kernel';
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
import { groupings, groupsOf, lineShown, linesWith, totalsByUnit, type Grouping } from './batch-shown.js';
import { changesShown } from './changes-shown.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
}
type Batch = Awaited<ReturnType<BatchPresenter['one']>>;
type Line = NonNullable<Batch['lines']>[number];

const pageSize = 50;

/** What of a batch the page reads beside the batch itself. */
@Injectable()
export class BatchSurroundings {
  constructor(
    private readonly queries: BatchQueries,
    private readonly reminders: ReminderService,
    private readonly agencies: AgencyQueries,
    private readonly issuing: IssueService,
  ) {}

  /** Names of agencies by code, and when each was last reminded. */
  async agenciesOf({ submission, state }: Batch, words: Words) {
    const all = await this.agencies.all();
    const names = new Map(all.map(({ code, names: of }) => [code, words.name(of)]));
    const waits = submission !== undefined && state === 'submitted';
    const last = waits ? await this.reminders.last(submission) : new Map<string, Instant>();
    const codes = new Map(all.map(({ id, code }) => [id as string, code]));
    const reminded = new Map([...last].map(([id, sent]) => [codes.get(id) ?? '', words.time(sent)]));
    return { name: (code: string) => names.get(code) ?? code, reminded };
  }

  /** Papers that the newest frozen list rests on. */
  async decisionsOf({ id, snapshot }: Batch) {
    return snapshot === undefined ? [] : (await this.queries.snapshot(id)).list.decisions;
  }

  /** What a certificate would say, or what still stands in its way. */
  async preview(id: BatchId, words: Words) {
    try {
      return { preview: await this.issuing.preview(id) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { noCertificate: words.t(error.code, error.facts) };
    }
  }
}

/** One batch as a page: totals first, the list, who decided what, and what this person can do now. */
@Injectable()
export class BatchPage {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly around: BatchSurroundings,
  ) {}

  /** Lines of the frozen list; none before it is submitted. */
  async lines(request: PageRequest, id: BatchId): Promise<readonly Line[]> {
    return (await this.batches.one(request.session.actor, id)).lines ?? [];
  }

  async show(request: PageRequest, response: Response, id: BatchId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const batch = await this.batches.one(actor, id);
    const agencies = await this.around.agenciesOf(batch, words);
    const awaited = batch.awaiting?.includes(actor.agencyCode) === true;
    const issues = batch.state === 'approved' && may(actor, 'certificate.issue');
    await this.shell.send(request, response, 'batches/batch', {
      batch,
      look: lookOf(batch.state),
      agency: agencies.name(batch.agency),
      totals: totalsByUnit(batch.totals ?? [], words),
      ...(await this.list(request, batch, agencies.name)),
      ...(batch.changes && { changes: changesShown(batch.changes, words) }),
      decisions: batch.decisions.map((one) => ({
        ...one,
        name: agencies.name(one.agency),
        when: words.time(one.decidedAt as Instant),
      })),
      awaiting: (batch.awaiting ?? []).map((code) => ({
        code,
        name: agencies.name(code),
        own: code === actor.agencyCode,
        reminded: agencies.reminded.get(code),
      })),
      done: queryText(request, 'done'),
      reminded: queryText(request, 'reminded'),
      key: newKey(),
      mayDecide: awaited && may(actor, 'batch.approve'),
      mayRun: batch.agency === actor.agencyCode && may(actor, 'batch.draft'),
      ...(issues && (await this.around.preview(id, words))),
      values: valuesOf(request, again),
      fields: {},
      ...(again && formErrors(again.error, words, fieldOf)),
    });
  }

  /** Groups, and the page of lines that was asked for. */
  private async list(request: PageRequest, batch: Batch, agency: (code: string) => string) {
    const words = this.shell.words(request);
    const asked = queryText(request, 'group');
    const group = groupings.find((one) => one === asked) ?? 'category';
    const q = (queryText(request, 'q') ?? '').slice(0, 60);
    const lines = batch.lines ?? [];
    const found = linesWith(lines, q, words);
    const from = fromOf(request, found.length);
    const changed = new Set((batch.changes?.lines ?? []).map(({ lot }) => lot as string));
    const address = addressOf(batch.id, { group, q });
    const decisions = await this.around.decisionsOf(batch);
    return {
      group,
      q,
      groupings: groupings.map((one) => ({ code: one, href: addressOf(batch.id, { group: one, q })(0) })),
      groups: groupsOf(group, { lines, decisions }, { words, agency }),
      count: lines.filter(({ inBatch }) => inBatch).length,
      lines: found
        .slice(from, from + pageSize)
        .map((line) => lineShown(line, { words, sites: batch.sites, changed })),
      found: found.length,
      exceptHref: (code: string) => `${address(from, { except: code })}#mine`,
      ...(from > 0 && { previousHref: address(Math.max(0, from - pageSize)) }),
      ...(from + pageSize < found.length && { nextHref: address(from + pageSize) }),
    };
  }
}

function fromOf(request: PageRequest, count: number): number {
  const from = queryText(request, 'from') ?? '';
  return /^\d{1,4}$/.test(from) && Number(from) < count ? Number(from) : 0;
}

function addressOf(id: BatchId, { group, q }: { group: Grouping; q: string }) {
  return (from: number, more: Record<string, string> = {}) =>
    `/batches/${id}?${new URLSearchParams({
      group,
      ...(q !== '' && { q }),
      ...(from > 0 && { from: String(from) }),
      ...more,
    }).toString()}`;
}

const formFields = ['decision', 'except', 'reason'];

/** What was typed; a link beside a line begins an exception. */
function valuesOf(request: PageRequest, again: Again | undefined) {
  if (again) return Object.fromEntries(formFields.map((name) => [name, text(again.values, name)]));
  const except = queryText(request, 'except');
  return except === undefined ? {} : { decision: 'except', except };
}

function fieldOf(pointer: string): string | undefined {
  const name = pointer.split('/')[1] ?? '';
  return formFields.includes(name) ? name : undefined;
}
