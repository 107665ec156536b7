import { Controller, Get, Req, Res } from '@nestjs/common';
import { formatTime, PublicSnapshots } from '#published';
import type { Request, Response } from 'express';
import { CurrentSnapshot } from '../common/current-snapshot.js';
import { Footer } from '../common/footer.js';
import { Pages } from '../common/pages.js';
import { named } from '../verify/verification.presenter.js';
import { datasets } from './datasets.js';

/** The page that lists all files of open data. */
@Controller('data')
export class DataPageController {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly snapshots: PublicSnapshots,
    private readonly footer: Footer,
    private readonly pages: Pages,
  ) {}

  @Get()
  async page(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = this.pages.language(request);
    const events = (await this.current.get())?.content.events ?? [];
    const agencies = new Map(events.map(({ agency }) => [agency.code, named(agency, language)]));
    const categories = new Map(
      events.flatMap(({ totals }) =>
        totals.map(({ category }) => [category.code, named(category, language)]),
      ),
    );
    const list = await this.snapshots.list();
    this.pages.render(request, response, 'data', {
      files:
        events.length === 0
          ? []
          : datasets.map(({ name, title }) => ({ name, title: named(title, language) })),
      feeds: [
        ...[...agencies].map(([code, name]) => ({ file: `agency-${code}`, name })),
        ...[...categories].map(([code, name]) => ({ file: `category-${code}`, name })),
      ],
      snapshots: list.slice(0, 50).map((one) => ({ ...one, made: formatTime(one.made) })),
      footer: await this.footer.model(),
    });
  }
}
