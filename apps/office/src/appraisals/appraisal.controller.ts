import { Body, Controller, Post, Res } from '@nestjs/common';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import { newId, parseId, type AppraisalId, type LotId } from '#kernel';
import { CaseRecordsService } from '#seizures';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { clean } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { AppraisalDto } from './dto/appraisal.dto.js';

/** Results of appraisals; the latest of a lot counts. */
@Controller('api/v1/appraisals')
export class AppraisalController {
  constructor(
    private readonly cases: CaseRecordsService,
    private readonly access: Access,
  ) {}

  @Post()
  @Permit('appraisal.record')
  async record(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: AppraisalDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = body.id ? parseId<AppraisalId>(body.id, '/id') : newId<AppraisalId>();
    const lots = body.lots.map((lot, index) => parseId<LotId>(lot, `/lots/${index}`));
    await this.access.require(actor, 'appraisal.record', 'lot', lots);
    const { result } = body;
    const said = { body: clean(body.body), reportNumber: clean(body.reportNumber) };
    const command = commandOf(actor, write, body, id);
    answer(response, await this.cases.appraise(command, { id, lots, result, ...said }));
  }
}
