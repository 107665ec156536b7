import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import { DomainError } from '#kernel';
import { parseCertificateNumber } from '#papers';
import { VerificationService } from '#published';
import type { Request, Response } from 'express';
import { chosenLanguage } from '#platform';
import { Pages } from '../common/pages.js';
import { withFile } from './receive-file.js';
import { UploadRoom } from './upload-room.js';
import { VerifyReplies } from './verify-replies.js';

/** Is this certificate genuine: by number, by QR code, by file (certificate.md, "Verification"). */
@Controller()
export class VerifyController {
  constructor(
    private readonly verification: VerificationService,
    private readonly replies: VerifyReplies,
    private readonly pages: Pages,
    private readonly room: UploadRoom,
  ) {}

  /** Without a number the form; with one, a page leads to the address that the QR code has, too. */
  @Get('verify')
  async look(
    @Query('number') typed: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const text = typeof typed === 'string' ? typed : '';
    const page = this.pages.wanted(request);
    if (page && text.trim() === '') return this.replies.form(request, response);
    if (!page) return this.number(text, request, response);
    try {
      const chosen = chosenLanguage(request);
      response.redirect(303, `/c/${parseCertificateNumber(text)}${chosen ? `?lang=${chosen}` : ''}`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.replies.form(request, response, { number: text.slice(0, 100), code: error.code });
    }
  }

  @Get('c/:number')
  async number(
    @Param('number') typed: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const number = parseCertificateNumber(typed);
    await this.replies.judgement(request, response, await this.verification.byNumber(number));
  }

  /** Checks a PDF, sent as the raw body or from the form, without keeping it. */
  @Post('verify')
  @UseGuards(ThrottlerGuard)
  @HttpCode(200)
  async file(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { room } = this;
    const judgement = await withFile({ request, response, room }, (bytes) => this.verification.byFile(bytes));
    await this.replies.judgement(request, response, judgement);
  }
}
