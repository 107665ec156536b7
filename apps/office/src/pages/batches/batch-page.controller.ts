import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ApprovalService } from '#batches';
import { Permit } from '#identity';
import { parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { decisionOf } from '../../batches/batch-request.js';
import { ApprovalDto } from '../../batches/dto/batch.dto.js';
import { doneAt, formCommand, submit } from '../shell/form-page.js';
import { checked, optionalText, refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { BatchPage } from './batch-page.service.js';
import { exceptionsIn } from './exceptions.js';
import { StepUpForm } from '../shell/step-up-form.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** One batch: the frozen list, the agencies' decisions, one's own decision, the certificate. */
@ApiExcludeController()
@Controller('batches/:id')
export class BatchPageController {
  constructor(
    private readonly page: BatchPage,
    private readonly stepUps: StepUpForm,
    private readonly approvals: ApprovalService,
  ) {}

  @Get()
  @Permit('batch.read', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<BatchId>(id));
  }

  @Post('decision')
  @Permit('batch.approve', one)
  decide(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const act = async () => {
      const decision = text(body, 'decision');
      if (decision === '') refuseFields([{ pointer: '/decision', code: 'form.choose' }]);
      const lines = await this.page.lines(request, batch);
      const reason = text(body, 'reason');
      const except = decision === 'except' ? exceptionsIn(text(body, 'except'), lines, reason) : [];
      const asked = await checked(ApprovalDto, {
        decision: decision === 'reject' ? 'reject' : 'approve',
        snapshot: text(body, 'sha256'),
        ...(except.length > 0 && { except }),
        ...(decision === 'reject' ? { reason } : decision === 'except' ? {} : optionalText('reason', reason)),
      });
      const stepUp = await this.stepUps.use(request, body, 'approve');
      return this.approvals.decide(formCommand(request, body, asked), batch, {
        ...decisionOf(asked),
        stepUp,
      });
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/batches/${batch}/decision`, outcome),
      again: (error) => this.page.show(request, response, batch, { error, values: body }),
    });
  }
}
