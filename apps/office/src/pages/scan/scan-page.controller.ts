import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Access, Permit, type Action } from '#identity';
import type { Response } from 'express';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { readCode, type ScannedCode, type ScannedKind } from './read-code.js';
import { allowScanning } from './scan-policy.js';
import { ScanQueries } from './scan.queries.js';

const targets: Readonly<Record<ScannedKind, { readonly path: string; readonly action: Action }>> = {
  lot: { path: '/lots/', action: 'lot.read' },
  seizure: { path: '/seizures/', action: 'seizure.read' },
  transfer: { path: '/transfers/', action: 'transfer.read' },
  batch: { path: '/batches/', action: 'batch.read' },
  event: { path: '/events/', action: 'event.read' },
  certificate: { path: '/certificates/', action: 'certificate.read' },
};

/** From a code to its page: by camera, by a scanner that types, or by hand. */
@ApiExcludeController()
@Controller('scan')
export class ScanPageController {
  constructor(
    private readonly shell: Shell,
    private readonly codes: ScanQueries,
    private readonly access: Access,
  ) {}

  /** `?code=`: leads on to what the code names; a sentence where it names nothing that this person may see. */
  @Get()
  @Permit('me.read')
  async show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const typed = queryText(request, 'code')?.slice(0, 500);
    const code = typed === undefined ? undefined : readCode(typed);
    const to = code && (await this.addressOf(request, code));
    if (to !== undefined) {
      response.redirect(303, to);
      return;
    }
    allowScanning(response);
    if (typed !== undefined) response.status(422);
    const words = this.shell.words(request);
    const text = typed === undefined ? undefined : words.t(code ? 'scan.unknown' : 'scan.not-ours');
    await this.shell.send(request, response, 'scan/scan', {
      typed,
      ...(text !== undefined && { errors: [{ text, href: '#code' }], refused: text }),
    });
  }

  private async addressOf(request: PageRequest, code: ScannedCode): Promise<string | undefined> {
    const { path, action } = targets[code.kind];
    const agencies = await this.access.agenciesOf(request.session.actor, action);
    const found = await this.codes.find(code, agencies);
    return found === undefined ? undefined : `${path}${found}`;
  }
}
