import { Controller, Get, Req } from '@nestjs/common';
import { EvidenceStatusQueries, StoreProbeQueries } from '#evidence';
import { Permit } from '#identity';
import { LedgerQueries } from '#ledger';
import { negotiateLanguage } from '#platform';
import type { Request } from 'express';
import { officeMessages } from '../messages.js';
import { presentProtection } from './protection.presenter.js';

/** How the installation is: for administrators and auditors. */
@Controller('api/v1/status')
export class StatusController {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly probes: StoreProbeQueries,
    private readonly care: EvidenceStatusQueries,
  ) {}

  @Get()
  @Permit('status.read')
  async status(@Req() request: Request) {
    const language = negotiateLanguage(request.headers['accept-language']);
    const { size, root } = await this.ledger.head();
    const evidence = presentProtection(await this.probes.newest(), (code, facts) =>
      officeMessages.say(language, code, facts),
    );
    return { ledger: { size, root }, evidence: { ...evidence, ...(await this.care.status()) } };
  }
}
