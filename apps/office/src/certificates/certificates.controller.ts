import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import {
  CertificateQueries,
  Certificates,
  parseCertificateNumber,
  RevocationService,
  VoidingService,
} from '#certificates';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { decodeCursor, linkNext, pageOf } from '../common/paging.js';
import { SignedDto } from '../common/write.dto.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { presentCertificate } from './certificate.presenter.js';
import { CertificatesQuery, RevisionQuery, RevocationDto, VoidingDto } from './dto/certificate.dto.js';

const one = { kind: 'certificate', param: 'number' } as const;

/** Certificates: list, facts, files, revocation by two persons. */
@Controller('api/v1/certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: Certificates,
    private readonly queries: CertificateQueries,
    private readonly revocations: RevocationService,
    private readonly voiding: VoidingService,
    private readonly access: Access,
  ) {}

  @Get()
  @Permit('certificate.read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() { q, state, limit, cursor }: CertificatesQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const after = decodeCursor(cursor, 2);
    const rows = await this.queries.search({
      agencies: await this.access.agenciesOf(actor, 'certificate.read'),
      limit,
      ...(q !== undefined && { text: q }),
      ...(state !== undefined && { state }),
      ...(after && { after }),
    });
    const page = pageOf(rows, limit, ({ issuedAt, number }) => [issuedAt, number]);
    linkNext(request, response, page.next);
    return { ...page, items: page.items.map(presentCertificate) };
  }

  @Get(':number.pdf')
  @Permit('certificate.read', one)
  async pdf(
    @Param('number') number: string,
    @Query() { revision }: RevisionQuery,
    @Res() response: Response,
  ): Promise<void> {
    const { bytes, sha256 } = await this.certificates.file(parseCertificateNumber(number), revision);
    response.setHeader('ETag', `"${sha256}"`);
    response.setHeader('Content-Disposition', `attachment; filename="${parseCertificateNumber(number)}.pdf"`);
    response.type('application/pdf').send(bytes);
  }

  @Get(':number.json')
  @Permit('certificate.read', one)
  async json(@Param('number') number: string, @Res() response: Response): Promise<void> {
    const bytes = await this.certificates.json(parseCertificateNumber(number));
    response.type('application/json').send(Buffer.from(bytes));
  }

  @Get(':number')
  @Permit('certificate.read', one)
  async find(@Param('number') number: string) {
    return presentCertificate(await this.queries.byNumber(parseCertificateNumber(number)));
  }

  @Post(':number/revocation')
  @HttpCode(201)
  @Permit('certificate.revoke', one)
  async revoke(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: RevocationDto,
    @Res() response: Response,
  ): Promise<void> {
    const { reason, stepUp } = body;
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number), reason };
    answer(response, await this.revocations.ask({ ...command, ...(stepUp !== undefined && { stepUp }) }));
  }

  @Post(':number/revocation/confirmation')
  @HttpCode(201)
  @Permit('certificate.confirm-revocation', one)
  async confirm(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: SignedDto,
    @Res() response: Response,
  ): Promise<void> {
    const { stepUp } = body;
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.revocations.confirm({ ...command, ...(stepUp !== undefined && { stepUp }) }));
  }

  /** Gives up a number that can't be completed; it stays in the ledger as voided. */
  @Post(':number/voiding')
  @HttpCode(201)
  @Permit('certificate.void', one)
  async giveUp(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('number') number: string,
    @Body() body: VoidingDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = { ...commandOf(actor, write, body), number: parseCertificateNumber(number) };
    answer(response, await this.voiding.giveUp({ ...command, reason: body.reason }));
  }
}
