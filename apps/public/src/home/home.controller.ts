import { Controller, Get, Req, Res } from '@nestjs/common';
import { formatDate, PublishedCertificates } from '#published';
import type { Request, Response } from 'express';
import { Footer } from '../common/footer.js';
import { Pages } from '../common/pages.js';
import { named, presentFigures } from '../verify/verification.presenter.js';

const shown = 20;

/** The front page: what this is, the box to verify, the newest certificates. */
@Controller()
export class HomeController {
  constructor(
    private readonly certificates: PublishedCertificates,
    private readonly footer: Footer,
    private readonly pages: Pages,
  ) {}

  @Get()
  async home(@Req() request: Request, @Res() response: Response): Promise<void> {
    const language = this.pages.language(request);
    const newest = await this.certificates.newest(shown);
    const rows = newest.map(({ number, state, issuedAt, agency, figures }) => ({
      ...{ number, state },
      issuedAt: formatDate(issuedAt),
      agency: named(agency, language),
      ...(figures && { figures: presentFigures(figures, language) }),
    }));
    this.pages.render(request, response, 'home', { rows, footer: await this.footer.model() });
  }
}
