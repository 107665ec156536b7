import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { parseId, type SeizureId } from '#kernel';
import type { Response } from 'express';
import type { FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { DraftPages } from './draft-page.service.js';

/** Drafts of registrations, each its owner's alone: saved by the page itself as one types, or thrown away. */
@ApiExcludeController()
@Controller('seizures/drafts/:id')
export class DraftController {
  constructor(private readonly drafts: DraftPages) {}

  /** Answers `{version, saved}` to the page's script. */
  @Post()
  @HttpCode(200)
  @Permit('seizure.register')
  save(
    @Req() request: PageRequest,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<{ version: number; saved: string }> {
    return this.drafts.save(request, { ...body, id });
  }

  @Get('check')
  @Permit('seizure.register')
  check(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.drafts.check(request, response, parseId<SeizureId>(id));
  }

  @Post('deletion')
  @Permit('seizure.register')
  async drop(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    await this.drafts.drop(request, parseId<SeizureId>(id));
    response.redirect(303, '/seizures');
  }
}
