import { Controller, Get, Head, Param, Put, Query, Res } from '@nestjs/common';
import { DocumentService, EvidenceReader, type DocumentSubject } from '#evidence';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { AddDocumentQuery, ReasonQuery } from './dto/evidence.dto.js';
import { hashIn, RawUpload, uploadCommandOf, type UploadRequest } from './upload-request.js';
import { sendExists, sendOriginal } from './send-evidence.js';

/** Papers of a case: raw bytes in, attachments for a reason out. */
@Controller('api/v1/documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentService,
    private readonly reader: EvidenceReader,
    private readonly access: Access,
  ) {}

  @Put(':sha256')
  @Permit('document.add')
  async add(
    @RawUpload() request: UploadRequest,
    @Query() query: AddDocumentQuery,
    @Res() response: Response,
  ): Promise<void> {
    const about = subjectIn(query.subject);
    await this.access.require(request.actor, 'document.add', about.kind, [about.id]);
    const document = { sha256: request.sha256, about, kind: query.kind };
    const command = uploadCommandOf(request, query);
    answer(response, await this.documents.add({ document, upload: request.upload, command }));
  }

  @Head(':sha256')
  @Permit('document.read')
  async exists(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    sendExists(response, await this.reader.exists(actor, 'document', hashIn(sha256)));
  }

  @Get(':sha256')
  @Permit('document.read')
  async original(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Query() { reason }: ReasonQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendOriginal(response, this.reader, actor, { kind: 'document', sha256: hashIn(sha256), reason });
  }
}

/** `kind:id`, checked by the query's pattern before. */
function subjectIn(text: string): DocumentSubject {
  const colon = text.indexOf(':');
  return { kind: text.slice(0, colon) as DocumentSubject['kind'], id: text.slice(colon + 1).toLowerCase() };
}
