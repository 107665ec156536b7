import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReplyService } from '#custody';
import { Permit } from '#identity';
import { parseId, type DomainError, type Instant, type LotId, type TransferId } from '#kernel';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { AcceptanceDto, RefuseTransferDto } from '../../custody/dto/transfer.dto.js';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
import { plainAmount } from '../seizures/registration-lines.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, newKey, submit } from '../shell/form-page.js';
import { checked, optionalText, text, type FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

/** One hand-over: the receiver counts and receives or refuses, the giver confirms a difference. */
@ApiExcludeController()
@Controller('transfers/:id')
export class TransferPageController {
  constructor(
    private readonly shell: Shell,
    private readonly transfers: TransferPresenter,
    private readonly replies: ReplyService,
  ) {}

  @Get()
  @Permit('transfer.read', { kind: 'transfer', param: 'id' })
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, parseId<TransferId>(id));
  }

  @Post('acceptance')
  @Permit('transfer.accept', { kind: 'transfer', param: 'id' })
  accept(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    return this.reply(request, response, { id, body }, async (transfer) => {
      const { lines } = await this.transfers.one(transfer);
      const asked = await checked(AcceptanceDto, {
        lines: lines.map((line, row) => ({
          lot: line.lot,
          received: { amount: plainAmount(text(body, `lines.${row}.received`)), unit: line.offered.unit },
          sealsIntact: text(body, `lines.${row}.seals`),
          ...optionalText('note', text(body, `lines.${row}.note`)),
        })),
        ...optionalText('location', text(body, 'location')),
      });
      const counted = asked.lines.map(({ lot, received, sealsIntact, ...line }) => ({
        lot: parseId<LotId>(lot),
        received,
        sealsIntact,
        ...given(line, 'note'),
      }));
      return this.replies.accept(formCommand(request, body, asked), transfer, {
        lines: counted,
        ...given(asked, 'location'),
      });
    });
  }

  @Post('confirmation')
  @Permit('transfer.confirm', { kind: 'transfer', param: 'id' })
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    return this.reply(request, response, { id, body }, (transfer) =>
      this.replies.confirm(formCommand(request, body, {}), transfer),
    );
  }

  @Post('refusal')
  @Permit('transfer.refuse', { kind: 'transfer', param: 'id' })
  refuse(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    return this.reply(request, response, { id, body }, async (transfer) => {
      const { reason } = await checked(RefuseTransferDto, { reason: text(body, 'reason') });
      return this.replies.refuse(formCommand(request, body, { reason } as object), transfer, reason);
    });
  }

  private reply(
    request: PageRequest,
    response: Response,
    { id, body }: { id: string; body: FormValues },
    act: (transfer: TransferId) => Promise<Parameters<typeof doneAt>[1]>,
  ): Promise<void> {
    const transfer = parseId<TransferId>(id);
    return submit(response, () => act(transfer), {
      to: (outcome) => doneAt(`/transfers/${transfer}`, outcome),
      again: (error) => this.draw(request, response, transfer, { error, body }),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: TransferId,
    again?: { error: DomainError; body: FormValues },
  ): Promise<void> {
    const words = this.shell.words(request);
    const { person } = request.session.actor;
    const transfer = await this.transfers.one(id);
    await this.shell.send(request, response, 'custody/transfer', {
      transfer,
      look: lookOf(transfer.state),
      offeredAt: words.time(transfer.offeredAt as Instant),
      lines: transfer.lines.map((line, row) => ({
        ...line,
        typed: text(again?.body ?? {}, `lines.${row}.received`),
        seals: text(again?.body ?? {}, `lines.${row}.seals`),
        note: text(again?.body ?? {}, `lines.${row}.note`),
      })),
      location: text(again?.body ?? {}, 'location') || transfer.location,
      mayReply: transfer.state === 'offered' && transfer.to.id === person,
      mayConfirm: transfer.state === 'awaiting-giver' && transfer.from.id === person,
      done: queryText(request, 'done'),
      key: newKey(),
      fields: {},
      ...(again && formErrors(again.error, words, fieldOf)),
    });
  }
}

function fieldOf(pointer: string): string | undefined {
  const line = /^\/lines\/(\d+)\/(received|sealsIntact|note)/.exec(pointer);
  if (line) return `lines.${line[1]}.${line[2] === 'sealsIntact' ? 'seals' : line[2]}`;
  return ['/location', '/reason'].includes(pointer) ? pointer.slice(1) : undefined;
}
