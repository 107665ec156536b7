import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { DifferenceService, type Difference } from '#destruction';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type EventId, type LotId, type Sha256 } from '#kernel';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { clean } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { DifferenceDto, DifferenceQuery } from './dto/difference.dto.js';

/** Weighing differences beyond the tolerance: what an approver would sign, and the signature. */
@Controller('api/v1/events/:id/lines/:lot/difference')
export class DifferenceController {
  constructor(private readonly differences: DifferenceService) {}

  @Get()
  @Permit('event.confirm-difference', { kind: 'event', param: 'id' })
  show(
    @Param() { id, lot }: { id: string; lot: string },
    @Query() { amount, unit }: DifferenceQuery,
  ): Promise<Difference> {
    const measured = { amount, unit };
    return this.differences.preview(parseId<EventId>(id), { lot: parseId<LotId>(lot), measured });
  }

  @Post('confirmation')
  @Permit('event.confirm-difference', { kind: 'event', param: 'id' })
  async confirm(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param() { id, lot }: { id: string; lot: string },
    @Body() body: DifferenceDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = {
      lot: parseId<LotId>(lot),
      measured: body.measured,
      reason: clean(body.reason),
      seen: body.sha256 as Sha256,
      ...(body.stepUp !== undefined && { stepUp: body.stepUp }),
    };
    const command = commandOf(actor, write, body);
    answer(response, await this.differences.confirm(command, parseId<EventId>(id), asked));
  }
}
