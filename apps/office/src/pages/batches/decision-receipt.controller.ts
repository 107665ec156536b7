import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AgencyQueries, Permit } from '#identity';
import { DomainError, parseId, type BatchId, type Instant } from '#kernel';
import type { Response } from 'express';
import { BatchPresenter } from '../../batches/batch.presenter.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

/** The record of one's agency's decision on a batch: what was signed, by whom, and what comes next. */
@ApiExcludeController()
@Controller('batches/:id/decision')
export class DecisionReceiptController {
  constructor(
    private readonly shell: Shell,
    private readonly batches: BatchPresenter,
    private readonly agencies: AgencyQueries,
  ) {}

  /** Throws `missing` `batch.no-decision` before the agency has decided. */
  @Get()
  @Permit('batch.approve', { kind: 'batch', param: 'id' })
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const batch = await this.batches.one(actor, parseId<BatchId>(id));
    const decision = batch.decisions.filter(({ agency }) => agency === actor.agencyCode).at(-1);
    if (!decision) throw new DomainError('missing', 'form.no-decision');
    const names = new Map((await this.agencies.all()).map(({ code, names: of }) => [code, words.name(of)]));
    const codes = new Map((batch.lines ?? []).map(({ lot, code }) => [lot, code]));
    await this.shell.send(request, response, 'batches/decided', {
      batch,
      decision,
      agency: names.get(decision.agency),
      when: words.time(decision.decidedAt as Instant),
      except: (decision.except ?? []).map(({ lot, reason }) => ({ code: codes.get(lot) ?? lot, reason })),
      waiting: (batch.awaiting ?? []).map((code) => names.get(code) ?? code).join(', '),
      done: queryText(request, 'done'),
    });
  }
}
