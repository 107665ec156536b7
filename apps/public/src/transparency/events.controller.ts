import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { DomainError } from '#kernel';
import { formatTime, PublicSnapshots, sumsByCategory, sumsByMethod, type KeptSnapshot } from '#published';
import type { Request, Response } from 'express';
import { CurrentSnapshot } from '../common/current-snapshot.js';
import { Footer } from '../common/footer.js';
import { KeptPages } from '../common/kept-pages.js';
import { Pages } from '../common/pages.js';
import { groupsOf, presentRow } from './home.presenter.js';
import { presentReport } from './report.presenter.js';

/** All released destructions, one of them, how they are counted, and the log. */
@Controller()
export class EventsController {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly snapshots: PublicSnapshots,
    private readonly footer: Footer,
    private readonly pages: Pages,
    private readonly kept: KeptPages,
  ) {}

  @Get('events')
  async list(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = this.pages.language(request);
    const snapshot = await this.current.get();
    if (!snapshot)
      return this.pages.render(request, response, 'events', {
        events: [],
        footer: await this.footer.model(),
      });
    const page = { snapshot, template: 'events', address: '/events' };
    this.kept.send(request, response, page, () => ({
      events: snapshot.content.events.map((event) => presentRow(event, language)),
    }));
  }

  /** By the reference of the batch. What was withdrawn says so, and no more. */
  @Get('events/:reference')
  async one(
    @Param('reference') reference: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const snapshot = await this.current.get();
    const event = snapshot?.content.events.find(({ batch }) => batch.reference === reference);
    if (snapshot && event) {
      const page = { snapshot, template: 'event', address: `/events/${reference}` };
      return this.kept.send(request, response, page, () => this.present(request, snapshot, event));
    }
    const ended = snapshot?.content.withdrawn.find(({ batch }) => batch === reference);
    if (!ended) throw new DomainError('missing', 'page.no-event', { reference: reference.slice(0, 40) });
    response.status(410);
    this.pages.render(request, response, 'event-ended', { ended, footer: await this.footer.model() });
  }

  @Get('how-we-count')
  async how(@Req() request: Request, @Res() response: Response): Promise<void> {
    this.pages.render(request, response, 'how', { footer: await this.footer.model() });
  }

  @Get('log')
  async log(@Req() request: Request, @Res() response: Response): Promise<void> {
    const list = await this.snapshots.list();
    const snapshots = list.slice(0, 50).map((one) => ({ ...one, made: formatTime(one.made) }));
    this.pages.render(request, response, 'log', { snapshots, footer: await this.footer.model() });
  }

  private present(
    request: Request,
    { content }: KeptSnapshot,
    event: KeptSnapshot['content']['events'][number],
  ) {
    const language = this.pages.language(request);
    return {
      ...presentRow(event, language),
      releasedAt: formatTime(event.releasedAt),
      categories: groupsOf(sumsByCategory([event]), language),
      methods: groupsOf(sumsByMethod([event]), language),
      checkpoint: content.checkpoint,
      ...(event.report && { report: presentReport(event.report, this.pages.say(request), language) }),
    };
  }
}
