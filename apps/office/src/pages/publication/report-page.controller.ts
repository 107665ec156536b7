import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseCertificateNumber } from '#certificates';
import { Permit } from '#identity';
import { DomainError } from '#kernel';
import { ReportService } from '#publication';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { ReleaseDto, ReportDto } from '../../publication/dto/report.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { reportIn } from './report-form.js';
import { ReportPage } from './report-page.service.js';

const one = { kind: 'certificate', param: 'number' } as const;
const view = 'report';

/** Publishing the figures of a certificate, with chosen photos and the figures of the day. */
@ApiExcludeController()
@Controller('certificates/:number/publication')
export class ReportPageController {
  constructor(
    private readonly page: ReportPage,
    private readonly reports: ReportService,
  ) {}

  @Get()
  @Permit('certificate.read', one)
  show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') number: string,
  ): Promise<void> {
    return this.page.show(request, response, { number: parseCertificateNumber(number), view });
  }

  @Post()
  @Permit('report.prepare', one)
  async prepare(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    const { request: asked, rows } = reportIn(body, await this.page.photos(number));
    const act = async () => {
      const dto = await checked(ReportDto, asked);
      const counts = given(dto, 'attendance', 'consultations', 'leaflets');
      const command = { ...formCommand(request, body, dto), number };
      return this.reports.prepare(command, { photos: dto.photos ?? [], ...counts });
    };
    await submit(response, act, {
      to: (outcome) => doneAt(`/certificates/${number}/publication`, outcome),
      again: (error) => this.page.show(request, response, { number, view }, { error, values: body, rows }),
    });
  }

  @Post('confirmation')
  @Permit('report.release', one)
  release(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    const act = async () => {
      const content = text(body, 'content');
      const dto = await checked(ReleaseDto, content === '' ? {} : { content });
      if (text(body, 'looked') !== 'yes')
        throw new DomainError('invalid', 'request.invalid', {}, [
          { pointer: '/looked', code: 'publication.look' },
        ]);
      return this.reports.release(
        { ...formCommand(request, body, dto), number },
        dto.content as Parameters<ReportService['release']>[1],
      );
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/certificates/${number}/publication`, outcome),
      again: (error) => this.page.show(request, response, { number, view }, { error, values: body }),
    });
  }
}
