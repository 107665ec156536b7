import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import { newId, parseId, type HoldId, type LotId, type Sha256 } from '#kernel';
import { HoldService } from '#seizures';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { clean } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { PlaceHoldDto, ReleaseHoldDto } from './dto/hold.dto.js';

/** Legal holds: while one stands, its lots are not disposed of. */
@Controller('api/v1/holds')
export class HoldController {
  constructor(
    private readonly holds: HoldService,
    private readonly access: Access,
  ) {}

  @Post()
  @Permit('hold.place')
  async place(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: PlaceHoldDto,
    @Res() response: Response,
  ): Promise<void> {
    const id = body.id ? parseId<HoldId>(body.id, '/id') : newId<HoldId>();
    const lots = body.lots.map((lot, index) => parseId<LotId>(lot, `/lots/${index}`));
    await this.access.require(actor, 'hold.place', 'lot', lots);
    const document = body.document ? { document: body.document as Sha256 } : {};
    const command = commandOf(actor, write, body, id);
    answer(response, await this.holds.place(command, { id, lots, reason: clean(body.reason), ...document }));
  }

  @Post(':id/release')
  @Permit('hold.release', { kind: 'hold', param: 'id' })
  async release(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: ReleaseHoldDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    answer(response, await this.holds.release(command, parseId<HoldId>(id), clean(body.reason)));
  }
}
