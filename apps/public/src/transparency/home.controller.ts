import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { formatDate, PublishedCertificates } from '#published';
import type { Request, Response } from 'express';
import { CurrentSnapshot } from '../common/current-snapshot.js';
import { Footer } from '../common/footer.js';
import { KeptPages } from '../common/kept-pages.js';
import { Pages } from '../common/pages.js';
import { named, presentFigures } from '../verify/verification.presenter.js';
import { presentHome } from './home.presenter.js';

const shown = 20;

/** The front page: what was destroyed, the box to verify; before the first release the newest certificates. */
@Controller()
export class HomeController {
  constructor(
    private readonly current: CurrentSnapshot,
    private readonly certificates: PublishedCertificates,
    private readonly footer: Footer,
    private readonly pages: Pages,
    private readonly kept: KeptPages,
  ) {}

  @Get()
  async home(
    @Query('unit') asked: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const snapshot = await this.current.get();
    if (!snapshot) return this.beforeRelease(request, response);
    const unit = snapshot.content.flows.find((flow) => flow.unit.code === asked)?.unit.code;
    const page = { snapshot, template: 'home', address: unit ? `/?unit=${unit}` : '/' };
    const context = {
      language: this.pages.language(request),
      say: this.pages.say(request),
      ...(unit && { unit }),
    };
    this.kept.send(request, response, page, () => presentHome(snapshot.content, context));
  }

  private async beforeRelease(request: Request, response: Response): Promise<void> {
    const language = this.pages.language(request);
    const newest = await this.certificates.newest(shown);
    const rows = newest.map(({ number, state, issuedAt, agency, figures }) => ({
      ...{ number, state },
      issuedAt: formatDate(issuedAt),
      agency: named(agency, language),
      ...(figures && { figures: presentFigures(figures, language) }),
    }));
    this.pages.render(request, response, 'home-before', { rows, footer: await this.footer.model() });
  }
}
