import { Injectable } from '@nestjs/common';
import { IssueService, type Preview } from '#certificates';
import type { Actor } from '#identity';
import { DomainError, type BatchId } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { checksShown, paperShown } from './paper-shown.js';

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
    const mayIssue = agency === actor.agencyCode && may(actor, 'certificate.issue');
    await this.shell.send(request, response, 'certificates/issue', {
      batch: { id, reference, title },
      ...('blocked' in seen
        ? seen
        : {
            hash: seen.hash,
            paper: paperShown(seen.content, words),
            checks: checksShown(seen.content, words),
          }),
      ...(mayIssue && { earlier: await this.earlier(id, actor, words) }),
      mayIssue,
      key: newKey(),
      fields: {},
      ...(error && formErrors(error, words, () => undefined)),
    });
  }

  /** Why this person of all may not issue: an earlier act on the same goods. */
  private async earlier(id: BatchId, { person }: Actor, words: Words): Promise<string | undefined> {
    const refusal = await this.issuing.refusalFor(id, person);
    return refusal && words.t(refusal.code, refusal.facts);
  }

  /** The content, or the sentence on what still stands in its way. */
  private async preview(
    id: BatchId,
    words: Words,
  ): Promise<{ hash: string; content: Preview['content'] } | { blocked: string }> {
    try {
      const { contentHash: hash, content } = await this.issuing.preview(id);
      return { hash, content };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'missing') throw error;
      return { blocked: words.t(error.code, error.facts) };
    }
  }
}
