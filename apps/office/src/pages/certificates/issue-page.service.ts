import { Injectable } from '@nestjs/common';
import { IssueService, type Preview } from '#certificates';
import { DomainError, type BatchId } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

type Content = Preview['content'];
const shownLines = 200;

/** What the certificate of a batch would say, and the signature that issues it. */
@Injectable()
export class IssuePage {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly issuing: IssueService,
  ) {}

  async show(request: PageRequest, response: Response, id: BatchId, error?: DomainError): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const { reference, title, agency } = await this.batches.one(actor, id);
    const seen = await this.preview(id, words);
    await this.shell.send(request, response, 'certificates/issue', {
      batch: { id, reference, title },
      ...('blocked' in seen ? seen : { hash: seen.hash, ...contentShown(seen.content, words) }),
      mayIssue: agency === actor.agencyCode && may(actor, 'certificate.issue'),
      key: newKey(),
      fields: {},
      ...(error && formErrors(error, words, () => undefined)),
    });
  }

  /** The content, or the sentence on what still stands in its way. */
  private async preview(
    id: BatchId,
    words: Words,
  ): Promise<{ hash: string; content: Content } | { blocked: string }> {
    try {
      const { contentHash: hash, content } = await this.issuing.preview(id);
      return { hash, content };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'missing') throw error;
      return { blocked: words.t(error.code, error.facts) };
    }
  }
}

function contentShown(content: Content, words: Words) {
  const agency = (code: string) => words.name(content.names.agencies[code] ?? { zh: code, en: code });
  const measure = ({ amount, unit }: { amount: string; unit: string }) =>
    `${words.amount(amount)} ${words.unit(unit)}`;
  return {
    agency: agency(content.agency),
    seal: content.seal,
    method: words.method(content.method.code),
    snapshot: content.batch.snapshot,
    headline: content.headline && {
      figure: measure(content.headline),
      rule: words.name(content.headline.rule),
    },
    totals: content.unitTotals.map(({ destroyed, base }) => ({
      destroyed: measure(destroyed),
      ...(destroyed.unit !== base.unit && { base: measure(base) }),
    })),
    sites: content.sites.map(({ name, address, event, startedAt, endedAt }) => ({
      ...{ name: words.name(name), address, event },
      ...{ from: words.time(startedAt), to: words.time(endedAt) },
    })),
    approvals: content.approvals.map(({ agency: code, person, decidedAt, factor }) => ({
      ...{ agency: agency(code), person, factor, when: words.time(decidedAt) },
    })),
    lead: `${content.lead.person} · ${agency(content.lead.agency)}`,
    witnesses: content.witnesses.map(({ person, agency: code, statement }) => ({
      ...{ person, agency: agency(code), statement },
    })),
    lines: content.lines.slice(0, shownLines).map((line) => lineShown(line, words, measure)),
    lineCount: content.lines.length,
    exclusions: content.exclusions.map(({ lot, reason }) => ({ lot, reason })),
    photos: content.photos.length,
  };
}

function lineShown(
  { code, category, description, declared, destroyed, difference = [] }: Content['lines'][number],
  words: Words,
  measure: (of: { amount: string; unit: string }) => string,
) {
  return {
    ...{ code, description, category: words.category(category) },
    ...{ declared: measure(declared), destroyed: measure(destroyed) },
    differences: difference.map((one) => ({
      kind: words.t(`issue.difference-${one.kind}`),
      figure: measure(one),
      reason: one.reason,
    })),
  };
}
