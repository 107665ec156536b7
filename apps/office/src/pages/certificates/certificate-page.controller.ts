import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { parseCertificateNumber } from '#certificates';
import { Permit } from '#identity';
import type { Response } from 'express';
import type { PageRequest } from '../shell/page-request.js';
import { CertificatePage } from './certificate-page.service.js';

/** One certificate: its way, its signatures and its files. */
@ApiExcludeController()
@Controller('certificates')
export class CertificatePageController {
  constructor(private readonly page: CertificatePage) {}

  @Get(':number')
  @Permit('certificate.read', { kind: 'certificate', param: 'number' })
  show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('number') number: string,
  ): Promise<void> {
    return this.page.show(request, response, parseCertificateNumber(number));
  }
}
