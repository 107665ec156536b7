import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Certificates, PreviewPapers } from '#certificates';
import { Permit } from '#identity';
import { parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { formCommand, submit } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { StepUpForm } from '../shell/step-up-form.service.js';
import { IssuePage } from './issue-page.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** The check page before a certificate is issued, and the issue. */
@ApiExcludeController()
@Controller('batches/:id/certificate')
export class IssuePageController {
  constructor(
    private readonly page: IssuePage,
    private readonly papers: PreviewPapers,
    private readonly stepUps: StepUpForm,
    private readonly certificates: Certificates,
  ) {}

  @Get()
  @Permit('certificate.preview', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<BatchId>(id));
  }

  /** The paper as it would be, marked as not valid. */
  @Get('preview.pdf')
  @Permit('certificate.preview', one)
  async preview(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    const { person, agency } = request.session.actor;
    const bytes = await this.papers.draw(parseId<BatchId>(id), { person, agency });
    response.setHeader('Content-Disposition', 'attachment; filename="preview-not-valid.pdf"');
    response.setHeader('Cache-Control', 'no-store');
    response.type('application/pdf').send(Buffer.from(bytes));
  }

  @Post()
  @Permit('certificate.issue', one)
  issue(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const act = async () => {
      const stepUp = await this.stepUps.use(request, body, 'issue');
      return this.certificates.issue({ ...formCommand(request, body, {}), batch, stepUp });
    };
    return submit(response, act, {
      to: ({ certificate, entry }) => `/certificates/${certificate.number}?done=${entry.seq}`,
      again: (error) => this.page.show(request, response, batch, error),
    });
  }
}
