import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { parseCertificateNumber } from '#certificates';
import { CurrentActor, Permit, type Actor } from '#identity';
import { ReportService } from '#publication';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { WriteDto } from '../common/write.dto.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';

const one = { kind: 'certificate', param: 'number' } as const;

/** Publishing the figures of a certificate: one person prepares, a second releases. */
@Controller('api/v1/certificates/:number/publication')
export class PublicationController {
  constructor(private readonly reports: ReportService) {}

  @Post()
  @Permit('report.prepare', one)
  async prepare(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: WriteDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.reports.prepare(command));
  }

  @Post('confirmation')
  @Permit('report.release', one)
  async release(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: WriteDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.reports.release(command));
  }
}
