import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import type { Response } from 'express';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { CaseFile } from './case-file.service.js';

/** The file of a case to read and print: for its agency, and for auditors within their engagement. */
@ApiExcludeController()
@Controller('seizures')
export class CaseFileController {
  constructor(
    private readonly shell: Shell,
    private readonly file: CaseFile,
  ) {}

  @Get(':id/file')
  @Permit('seizure.read', { kind: 'seizure', param: 'id' })
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const { actor } = request.session;
    await this.shell.send(request, response, 'case-file/case-file', {
      ...(await this.file.of(actor, id, this.shell.words(request))),
      mayAudit: may(actor, 'audit.read'),
    });
  }
}
