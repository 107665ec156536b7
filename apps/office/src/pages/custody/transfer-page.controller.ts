import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReplyService } from '#custody';
import { Permit } from '#identity';
import { DomainError, parseId, type LotId, type TransferId } from '#kernel';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { AcceptanceDto, RefuseTransferDto } from '../../custody/dto/transfer.dto.js';
import { TransferPresenter } from '../../custody/transfer.presenter.js';
import { readCode } from '../scan/read-code.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, keyOf, submit } from '../shell/form-page.js';
import { checked, refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { acceptanceRequest, countedRows, countFieldOf, missingNotes } from './count-form.js';
import { TransferPage } from './transfer-page.service.js';

type Sent = { readonly id: string; readonly body: FormValues };
const one = { kind: 'transfer', param: 'id' } as const;

/** One hand-over: the receiver counts, checks and receives or refuses; the giver confirms a difference or takes back. */
@ApiExcludeController()
@Controller('transfers/:id')
export class TransferPageController {
  constructor(
    private readonly shell: Shell,
    private readonly page: TransferPage,
    private readonly transfers: TransferPresenter,
    private readonly replies: ReplyService,
  ) {}

  @Get()
  @Permit('transfer.read', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.page.show(request, response, parseId<TransferId>(id));
  }

  /** `do`: tick a scanned label, check the count, back to it, or accept. Without it the count is checked. */
  @Post('acceptance')
  @HttpCode(200)
  @Permit('transfer.accept', one)
  async accept(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const sent = { id, body: { ...body, key: keyOf(body) } };
    const transfer = parseId<TransferId>(id);
    const wish = text(body, 'do');
    if (wish === 'scan') return this.tick(request, response, sent);
    if (wish === 'edit')
      return this.page.show(request, response, transfer, { values: sent.body, mode: 'count' });
    if (wish === 'accept') return this.reply(request, response, sent, () => this.receive(request, sent));
    try {
      await this.read(sent);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      response.status(422);
      return this.again(request, response, sent, error);
    }
    return this.page.show(request, response, transfer, { values: sent.body, mode: 'check' });
  }

  @Post('confirmation')
  @Permit('transfer.confirm', one)
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    return this.reply(request, response, { id, body }, () =>
      this.replies.confirm(formCommand(request, body, {}), parseId<TransferId>(id)),
    );
  }

  /** The receiver refuses the whole, or the giver takes the offer back. */
  @Post('refusal')
  @Permit('transfer.refuse', one)
  refuse(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    return this.reply(request, response, { id, body }, async () => {
      const asked = await checked(RefuseTransferDto, { reason: text(body, 'reason') });
      return this.replies.refuse(formCommand(request, body, asked), parseId<TransferId>(id), asked.reason);
    });
  }

  private async receive(request: PageRequest, sent: Sent) {
    const asked = await this.read(sent);
    const lines = asked.lines.map(({ lot, received, sealsIntact, ...line }) => ({
      lot: parseId<LotId>(lot),
      received,
      sealsIntact,
      ...given(line, 'note'),
    }));
    const command = formCommand(request, sent.body, asked);
    return this.replies.accept(command, parseId<TransferId>(sent.id), { lines, ...given(asked, 'location') });
  }

  /** The count as a request; throws `invalid` with every field that is wrong or lacks a note. */
  private async read({ id, body }: Sent): Promise<AcceptanceDto> {
    const { lines } = await this.transfers.one(parseId<TransferId>(id));
    const rows = countedRows(lines, { values: body });
    const asked = await checked(AcceptanceDto, acceptanceRequest(rows, text(body, 'location')));
    refuseFields(missingNotes(rows));
    return asked;
  }

  /** Ticks the row of a scanned label; what was typed stays. */
  private async tick(request: PageRequest, response: Response, { id, body }: Sent): Promise<void> {
    const transfer = parseId<TransferId>(id);
    const { lines } = await this.transfers.one(transfer);
    const code = readCode(text(body, 'scan'));
    const at = lines.findIndex((line) => code?.kind === 'lot' && [line.lot, line.code].includes(code.key));
    if (at < 0) {
      response.status(422);
      const wrong = { pointer: '/scan', code: code ? 'transfers.scan-other' : 'scan.not-ours' };
      return this.again(
        request,
        response,
        { id, body },
        new DomainError('invalid', 'request.invalid', {}, [wrong]),
      );
    }
    const values = { ...body, [`lines.${String(at)}.scanned`]: 'yes', scan: '' };
    return this.page.show(request, response, transfer, { values, mode: 'count', at });
  }

  private reply(
    request: PageRequest,
    response: Response,
    sent: Sent,
    act: () => Promise<Parameters<typeof doneAt>[1]>,
  ): Promise<void> {
    return submit(response, act, {
      to: (outcome) => doneAt(`/transfers/${parseId<TransferId>(sent.id)}`, outcome),
      again: (error) => this.again(request, response, sent, error),
    });
  }

  private again(
    request: PageRequest,
    response: Response,
    { id, body }: Sent,
    error: DomainError,
  ): Promise<void> {
    const shown = formErrors(error, this.shell.words(request), countFieldOf);
    return this.page.show(request, response, parseId<TransferId>(id), {
      values: body,
      mode: 'count',
      ...shown,
    });
  }
}
