import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseCertificateNumber } from '#certificates';
import { Permit } from '#identity';
import { ReportService } from '#publication';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { WithdrawalDto } from '../../publication/dto/report.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, optionalText, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { ReportPage } from './report-page.service.js';

const one = { kind: 'certificate', param: 'number' } as const;
const view = 'withdrawal';

/** Taking back what was published of a certificate: the page that checks it, and the act. */
@ApiExcludeController()
@Controller('certificates/:number/publication/withdrawal')
export class WithdrawalPageController {
  constructor(
    private readonly page: ReportPage,
    private readonly reports: ReportService,
  ) {}

  @Get()
  @Permit('report.withdraw', one)
  form(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') number: string,
  ): Promise<void> {
    return this.page.show(request, response, { number: parseCertificateNumber(number), view });
  }

  @Post()
  @Permit('report.withdraw', one)
  withdraw(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') typed: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    const act = async () => {
      const asked = { cause: text(body, 'cause'), ...optionalText('note', text(body, 'note')) };
      const dto = await checked(WithdrawalDto, asked);
      const command = { ...formCommand(request, body, dto), number };
      return this.reports.withdraw(command, { cause: dto.cause, ...given(dto, 'note') });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/certificates/${number}/publication`, outcome),
      again: (error) => this.page.show(request, response, { number, view }, { error, values: body }),
    });
  }
}
