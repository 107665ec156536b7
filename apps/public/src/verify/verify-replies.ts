import { Inject, Injectable } from '@nestjs/common';
import { formatInstant, type Clock } from '#kernel';
import { formatTime, type Judgement } from '#published';
import type { Request, Response } from 'express';
import { CLOCK } from '../common/clock.js';
import { Footer } from '../common/footer.js';
import { Pages } from '../common/pages.js';
import { MetricsRegistry } from '../health/metrics.js';
import { publicMessages } from '../messages.js';
import { presentPaper } from './paper.presenter.js';
import { judgementJson } from './verification.json.js';
import { presentJudgement } from './verification.presenter.js';

/** Answers a check as a page or as JSON, in the language that was asked for. */
@Injectable()
export class VerifyReplies {
  constructor(
    private readonly pages: Pages,
    private readonly footer: Footer,
    private readonly metrics: MetricsRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async judgement(request: Request, response: Response, judgement: Judgement): Promise<void> {
    const language = this.pages.language(request);
    this.metrics.checks.inc({ shown: judgement.file ? 'file' : 'number', verdict: judgement.verdict });
    if (!this.pages.wanted(request)) {
      response.setHeader('Content-Language', language);
      response.setHeader('Cache-Control', 'no-cache');
      response.vary('Accept').vary('Accept-Language');
      response.json(judgementJson(judgement, language, publicMessages));
      return;
    }
    const checkedAt = formatTime(formatInstant(this.clock.now()));
    const model = presentJudgement(judgement, language, checkedAt);
    this.pages.render(request, response, 'verdict', {
      ...model,
      paper: presentPaper(judgement, publicMessages),
      footer: await this.footer.model(),
    });
  }

  /** The empty form, or the form with what was typed and why it was refused. */
  async form(
    request: Request,
    response: Response,
    refused?: { number: string; code: string },
  ): Promise<void> {
    if (refused) response.status(422);
    this.pages.render(request, response, 'verify', { refused, footer: await this.footer.model() });
  }
}
