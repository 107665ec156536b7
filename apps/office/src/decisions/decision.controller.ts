import { Body, Controller, Post, Res } from '@nestjs/common';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import { CaseRecordsService } from '#seizures';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { decisionAskedOf } from './decision-request.js';
import { DecisionDto } from './dto/decision.dto.js';

/** Decisions over quantities of lots: confiscation, direct destruction, return. */
@Controller('api/v1/decisions')
export class DecisionController {
  constructor(
    private readonly cases: CaseRecordsService,
    private readonly access: Access,
  ) {}

  @Post()
  @Permit('decision.record')
  async record(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: DecisionDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = decisionAskedOf(body);
    await this.access.require(
      actor,
      'decision.record',
      'lot',
      asked.lots.map(({ lot }) => lot),
    );
    const command = commandOf(actor, write, body, asked.id);
    answer(response, await this.cases.decide(command, asked));
  }
}
