import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ChangeService, ReminderService, WithdrawalService } from '#batches';
import { AgencyQueries, Permit } from '#identity';
import { DomainError, parseId, type BatchId } from '#kernel';
import type { Response } from 'express';
import { WithdrawalDto } from '../../batches/dto/batch.dto.js';
import { clean } from '../../common/clean.js';
import { formCommand, keyOf, submit } from '../shell/form-page.js';
import { checked, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { BatchStepsPage } from './batch-steps-page.service.js';

const one = { kind: 'batch', param: 'id' } as const;

/** What the coordinator does with a frozen list: open it again, give it up, remind agencies. */
@ApiExcludeController()
@Controller('batches/:id')
export class BatchStepsPageController {
  constructor(
    private readonly page: BatchStepsPage,
    private readonly changes: ChangeService,
    private readonly withdrawals: WithdrawalService,
    private readonly reminders: ReminderService,
    private readonly agencies: AgencyQueries,
  ) {}

  @Get('reopening')
  @Permit('batch.draft', one)
  askReopening(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string) {
    return this.page.show(request, response, parseId<BatchId>(id), { step: 'reopening' });
  }

  @Post('reopening')
  @Permit('batch.draft', one)
  reopen(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    return submit(response, () => this.changes.open(formCommand(request, body, {}), batch), {
      to: (outcome) => `/batches/${batch}/lots?done=${outcome.entry.seq}`,
      again: (error) => this.page.show(request, response, batch, { step: 'reopening', error }),
    });
  }

  @Get('withdrawal')
  @Permit('batch.withdraw', one)
  askWithdrawal(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string) {
    return this.page.show(request, response, parseId<BatchId>(id), { step: 'withdrawal' });
  }

  @Post('withdrawal')
  @Permit('batch.withdraw', one)
  withdraw(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const act = async () => {
      const asked = await checked(WithdrawalDto, { reason: text(body, 'reason') });
      return this.withdrawals.withdraw(formCommand(request, body, asked), batch, clean(asked.reason));
    };
    return submit(response, act, {
      to: (outcome) => `/batches/${batch}?done=${outcome.entry.seq}`,
      again: (error) => this.page.show(request, response, batch, { step: 'withdrawal', error, values: body }),
    });
  }

  @Post('reminders')
  @Permit('batch.remind', one)
  remind(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const batch = parseId<BatchId>(id);
    const { person, agency: by } = request.session.actor;
    const act = async () => {
      const [agency] = await this.agencies.byCode(undefined, [text(body, 'agency')]);
      if (!agency) throw new DomainError('conflict', 'batch.agency-not-awaited');
      await this.reminders.send(batch, { id: keyOf(body), agency: agency.id, person, by });
    };
    return submit(response, act, {
      to: () => `/batches/${batch}?reminded=1`,
      again: (error) => this.page.show(request, response, batch, { step: 'reminder', error }),
    });
  }
}
