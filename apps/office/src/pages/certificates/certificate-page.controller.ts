import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CertificateQueries, parseCertificateNumber } from '#certificates';
import { Permit } from '#identity';
import type { Response } from 'express';
import { presentCertificate } from '../../certificates/certificate.presenter.js';
import { lookOf } from '../shell/looks.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

/** One certificate: its state and its files. */
@ApiExcludeController()
@Controller('certificates')
export class CertificatePageController {
  constructor(
    private readonly shell: Shell,
    private readonly certificates: CertificateQueries,
  ) {}

  @Get(':number')
  @Permit('certificate.read', { kind: 'certificate', param: 'number' })
  async show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') number: string,
  ): Promise<void> {
    const record = presentCertificate(await this.certificates.byNumber(parseCertificateNumber(number)));
    const model = { certificate: record, look: lookOf(record.state), done: queryText(request, 'done') };
    await this.shell.send(request, response, 'certificates/certificate', model);
  }
}
