import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Certificates, IssueService } from '#certificates';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { SignedDto } from '../common/write.dto.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';

const batch = { kind: 'batch', param: 'id' } as const;

/** From a finished batch to its certificate. */
@Controller('api/v1/batches')
export class IssueController {
  constructor(
    private readonly issuing: IssueService,
    private readonly certificates: Certificates,
  ) {}

  /** What would be certified, and the hash that the step-up for `issue` binds. */
  @Get(':id/certificate-preview')
  @Permit('certificate.preview', batch)
  preview(@Param('id') id: string) {
    return this.issuing.preview(parseId<BatchId>(id));
  }

  /** 201 with the file's hash when sealed within the call, else 202: the worker completes it. */
  @Post(':id/certificates')
  @Permit('certificate.issue', batch)
  async issue(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: SignedDto,
    @Res() response: Response,
  ): Promise<void> {
    const { stepUp } = body;
    const command = { ...commandOf(actor, write, body), batch: parseId<BatchId>(id) };
    const issued = await this.certificates.issue({ ...command, ...(stepUp !== undefined && { stepUp }) });
    const { number, state, revisions } = issued.certificate;
    const sha256 = revisions.at(-1)?.sha256;
    const sealed = { number, state, sha256, entry: issued.entry };
    if (sha256 === undefined) response.status(202).json({ number, state, entry: issued.entry });
    else response.status(issued.repeated ? 200 : 201).json(sealed);
  }
}
