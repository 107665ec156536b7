import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApprovalService, SubmissionService, WithdrawalService } from '#batches';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type BatchId } from '#kernel';
import { negotiateLanguage } from '#platform';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { clean } from '../common/clean.js';
import { linkNext } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { decisionOf } from './batch-request.js';
import { warningsShown } from './batch.presenter.js';
import { ApprovalDto, EligibleQuery, SubmissionDto, WithdrawalDto } from './dto/batch.dto.js';
import { EligiblePresenter } from './eligible.presenter.js';

/** The steps of a batch: what may enter, submission, the agencies' decisions, withdrawal. */
@Controller('api/v1/batches')
export class BatchStepsController {
  constructor(
    private readonly submissions: SubmissionService,
    private readonly approvals: ApprovalService,
    private readonly withdrawals: WithdrawalService,
    private readonly eligible: EligiblePresenter,
  ) {}

  @Get('eligible')
  @Permit('batch.draft')
  async candidates(
    @CurrentActor() actor: Actor,
    @Query() query: EligibleQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const page = await this.eligible.page(actor, query, languageOf(request));
    linkNext(request, response, page.next);
    return page;
  }

  @Post(':id/submission')
  @Permit('batch.submit', { kind: 'batch', param: 'id' })
  async submit(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: SubmissionDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    const outcome = await this.submissions.submit(command, parseId<BatchId>(id));
    const warnings = warningsShown(outcome.result.warnings, languageOf(response.req));
    answer(response, { ...outcome, result: { ...outcome.result, warnings } });
  }

  @Post(':id/approvals')
  @Permit('batch.approve', { kind: 'batch', param: 'id' })
  async decide(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: ApprovalDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    answer(response, await this.approvals.decide(command, parseId<BatchId>(id), decisionOf(body)));
  }

  @Post(':id/withdrawal')
  @Permit('batch.withdraw', { kind: 'batch', param: 'id' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: WithdrawalDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    const reason = clean(body.reason);
    answer(response, await this.withdrawals.withdraw(command, parseId<BatchId>(id), reason));
  }
}

function languageOf(request: Request) {
  return negotiateLanguage(request.headers['accept-language']);
}
