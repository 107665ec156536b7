import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import { SiteService, StagingService } from '#destruction';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type EventId, type LotId, type Sha256 } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { clean, given } from '../common/clean.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import { LineResultDto, StagingDto, StatementDto } from './dto/site.dto.js';

/** What happens to the goods of an event: out of the store, line by line at the site, seen by witnesses. */
@Controller('api/v1/events/:id')
export class SiteController {
  constructor(
    private readonly staging: StagingService,
    private readonly site: SiteService,
  ) {}

  @Post('staging')
  @Permit('event.stage', { kind: 'event', param: 'id' })
  async stage(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: StagingDto,
    @Res() response: Response,
  ): Promise<void> {
    const lines = body.lines.map((line, index) => ({
      lot: parseId<LotId>(line.lot, `/lines/${index}/lot`),
      staged: line.staged,
      ...given(line, 'short', 'reason'),
    }));
    const command = commandOf(actor, write, body);
    answer(response, await this.staging.stage(command, parseId<EventId>(id), lines));
  }

  @Put('lines/:lot')
  @Permit('event.record', { kind: 'event', param: 'id' })
  async record(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param() { id, lot }: { id: string; lot: string },
    @Body() body: LineResultDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = {
      lot: parseId<LotId>(lot),
      destroyed: body.destroyed,
      ...given(body, 'returned', 'missing', 'netKg', 'reason'),
    };
    const command = commandOf(actor, write, body);
    answer(response, await this.site.record(command, parseId<EventId>(id), asked));
  }

  @Post('witness-statements')
  @Permit('event.witness', { kind: 'event', param: 'id' })
  async witness(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: StatementDto,
    @Res() response: Response,
  ): Promise<void> {
    const testimony = {
      statement: clean(body.statement),
      from: toInstant(body.from),
      to: toInstant(body.to),
      lines: body.lines.map((lot, index) => parseId<LotId>(lot, `/lines/${index}`)),
      sha256: body.sha256 as Sha256,
    };
    const command = commandOf(actor, write, body);
    answer(response, await this.site.witness(command, parseId<EventId>(id), testimony));
  }
}
