import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { EvidenceReader } from '#evidence';
import { Permit } from '#identity';
import { DomainError, type Sha256 } from '#kernel';
import type { Response } from 'express';
import { ReasonQuery } from '../../evidence/dto/evidence.dto.js';
import { sendOriginal } from '../../evidence/send-evidence.js';
import { hashIn } from '../../evidence/upload-request.js';
import { formErrors } from '../shell/form-errors.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { PhotoPage } from './photo-page.service.js';

/** One photo, large: its hash, what the device claims beside the time of receipt, and the original for a reason. */
@ApiExcludeController()
@Controller('photos/:sha256')
export class PhotoPageController {
  constructor(
    private readonly shell: Shell,
    private readonly page: PhotoPage,
    private readonly reader: EvidenceReader,
  ) {}

  @Get()
  @Permit('photo.read')
  show(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('sha256') sha256: string,
  ): Promise<void> {
    return this.draw(request, response, hashIn(sha256));
  }

  /** Sends the original; who took it out and why is kept. */
  @Post('original')
  @Permit('photo.read')
  async original(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('sha256') sha256: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const hash = hashIn(sha256);
    try {
      const { reason } = await checked(ReasonQuery, { reason: text(body, 'reason') });
      const ask = { kind: 'photo', sha256: hash, reason } as const;
      await sendOriginal(response, this.reader, request.session.actor, ask);
    } catch (error) {
      if (!(error instanceof DomainError) || !['invalid', 'refused'].includes(error.kind)) throw error;
      response.status(error.kind === 'refused' ? 403 : 422);
      await this.draw(request, response, hash, { error, body });
    }
  }

  private async draw(
    request: PageRequest,
    response: Response,
    sha256: Sha256,
    again?: { readonly error: DomainError; readonly body: FormValues },
  ): Promise<void> {
    const { actor } = request.session;
    await this.reader.exists(actor, 'photo', sha256);
    const words = this.shell.words(request);
    await this.shell.send(request, response, 'evidence/photo', {
      ...(await this.page.of(actor, { sha256, lot: queryText(request, 'lot') }, words)),
      mayTakeOriginal: may(actor, 'photo.original'),
      reason: again ? text(again.body, 'reason') : '',
      fields: {},
      ...(again &&
        formErrors(again.error, words, (pointer) => (pointer === '/reason' ? 'reason' : undefined))),
    });
  }
}
