import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { parseCertificateNumber } from '#certificates';
import { CurrentActor, Permit, type Actor } from '#identity';
import type { Sha256 } from '#kernel';
import { ReportQueries, ReportService } from '#publication';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { given } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { ReleaseDto, ReportDto, WithdrawalDto } from './dto/report.dto.js';

const one = { kind: 'certificate', param: 'number' } as const;

/** Publishing the figures of a certificate: one person prepares, a second releases; either may take them back. */
@Controller('api/v1/certificates/:number/publication')
export class PublicationController {
  constructor(
    private readonly reports: ReportService,
    private readonly queries: ReportQueries,
  ) {}

  @Get()
  @Permit('certificate.read', one)
  async read(@Param('number') number: string, @Res() response: Response): Promise<void> {
    const { state, preparedAt, releasedAt, withdrawnAt, cause, content, hash } = await this.queries.of(
      parseCertificateNumber(number),
    );
    const { photos = [], attendance, consultations, leaflets } = content ?? {};
    response.json({
      ...{ state, preparedAt, releasedAt, withdrawnAt, cause, content: hash },
      ...{ photos, attendance, consultations, leaflets },
    });
  }

  @Post()
  @Permit('report.prepare', one)
  async prepare(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: ReportDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    const counts = given(body, 'attendance', 'consultations', 'leaflets');
    answer(response, await this.reports.prepare(command, { photos: body.photos ?? [], ...counts }));
  }

  @Post('confirmation')
  @Permit('report.release', one)
  async release(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: ReleaseDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.reports.release(command, body.content as Sha256 | undefined));
  }

  @Post('withdrawal')
  @Permit('report.withdraw', one)
  async withdraw(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: WithdrawalDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.reports.withdraw(command, { cause: body.cause, ...given(body, 'note') }));
  }
}
