import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { OfferService, ReplyService, type OfferAsked } from '#custody';
import { Access, CurrentActor, Permit, type Actor } from '#identity';
import { newId, parseId, type LotId, type PersonId, type TransferId } from '#kernel';
import type { Request, Response } from 'express';
import { answer } from '../common/answer.js';
import { clean, given } from '../common/clean.js';
import { linkNext } from '../common/paging.js';
import { commandOf, WriteRequest, type WriteFacts } from '../common/write-request.js';
import {
  AcceptanceDto,
  ConfirmTransferDto,
  OfferDto,
  RefuseTransferDto,
  TransfersQuery,
} from './dto/transfer.dto.js';
import { TransferPresenter } from './transfer.presenter.js';

/** Hand-overs of goods to custodians: two persons, one change of custody. */
@Controller('api/v1/custody-transfers')
export class TransferController {
  constructor(
    private readonly offers: OfferService,
    private readonly replies: ReplyService,
    private readonly access: Access,
    private readonly presenter: TransferPresenter,
  ) {}

  @Post()
  @Permit('transfer.offer')
  async offer(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Body() body: OfferDto,
    @Res() response: Response,
  ): Promise<void> {
    const asked = offerOf(body);
    await this.access.require(
      actor,
      'transfer.offer',
      'lot',
      asked.lots.map(({ lot }) => lot),
    );
    answer(response, await this.offers.offer(commandOf(actor, write, body, asked.id), asked));
  }

  @Post(':id/acceptance')
  @Permit('transfer.accept', { kind: 'transfer', param: 'id' })
  async accept(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: AcceptanceDto,
    @Res() response: Response,
  ): Promise<void> {
    const lines = body.lines.map(({ lot, received, sealsIntact, ...line }, index) => ({
      lot: parseId<LotId>(lot, `/lines/${index}/lot`),
      received,
      sealsIntact,
      ...given(line, 'note'),
    }));
    const asked = { lines, ...given(body, 'location') };
    const transfer = parseId<TransferId>(id);
    answer(response, await this.replies.accept(commandOf(actor, write, body), transfer, asked));
  }

  @Post(':id/confirmation')
  @Permit('transfer.confirm', { kind: 'transfer', param: 'id' })
  async confirm(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: ConfirmTransferDto,
    @Res() response: Response,
  ): Promise<void> {
    answer(response, await this.replies.confirm(commandOf(actor, write, body), parseId<TransferId>(id)));
  }

  @Post(':id/refusal')
  @Permit('transfer.refuse', { kind: 'transfer', param: 'id' })
  async refuse(
    @CurrentActor() actor: Actor,
    @WriteRequest() write: WriteFacts,
    @Param('id') id: string,
    @Body() body: RefuseTransferDto,
    @Res() response: Response,
  ): Promise<void> {
    const command = commandOf(actor, write, body);
    answer(response, await this.replies.refuse(command, parseId<TransferId>(id), clean(body.reason)));
  }

  @Get()
  @Permit('transfer.read')
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: TransfersQuery,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { items, next } = await this.presenter.page(actor, query);
    linkNext(request, response, next);
    return { items, next };
  }

  @Get(':id')
  @Permit('transfer.read', { kind: 'transfer', param: 'id' })
  one(@Param('id') id: string) {
    return this.presenter.one(parseId<TransferId>(id));
  }
}

function offerOf(body: OfferDto): OfferAsked {
  return {
    id: body.id ? parseId<TransferId>(body.id, '/id') : newId<TransferId>(),
    to: parseId<PersonId>(body.to, '/to'),
    lots: body.lots.map(({ lot, quantity }, index) => ({
      lot: parseId<LotId>(lot, `/lots/${index}/lot`),
      ...(quantity !== undefined && quantity !== null && { quantity }),
    })),
    ...given(body, 'location'),
  };
}
