import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { parseId, type DomainError, type SeizureId } from '#kernel';
import { LedgerQueries } from '#ledger';
import type { Quantity } from '#quantity';
import { ConfirmationService } from '#seizures';
import type { Response } from 'express';
import { CaseReader } from '../cases/case.reader.js';
import { mayRecord } from '../cases/may-record.js';
import { doneAt, formCommand, newKey, submit } from '../shell/form-page.js';
import { formErrors } from '../shell/form-errors.js';
import type { FormValues } from '../shell/form-values.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

const one = { kind: 'seizure', param: 'id' } as const;

/** One seizure with its lines; the second officer confirms it here. */
@ApiExcludeController()
@Controller('seizures')
export class SeizurePageController {
  constructor(
    private readonly shell: Shell,
    private readonly cases: CaseReader,
    private readonly ledger: LedgerQueries,
    private readonly confirmations: ConfirmationService,
  ) {}

  @Get(':id')
  @Permit('seizure.read', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, id);
  }

  @Post(':id/confirmation')
  @Permit('seizure.confirm', one)
  confirm(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const act = () => this.confirmations.confirm(formCommand(request, body, {}), parseId<SeizureId>(id));
    return submit(response, act, {
      to: (outcome) => doneAt(`/seizures/${id}`, outcome),
      again: (error) => this.draw(request, response, id, error),
    });
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: string,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const { seizure, records } = await this.cases.seizure(actor, id);
    const named = seizure.officers.some((officer) => officer.id === actor.person);
    await this.shell.send(request, response, 'seizures/seizure', {
      seizure,
      lines: seizure.lots.map((lot) => ({ ...lot, shown: words.quantity(lot.declared as Quantity) })),
      done: queryText(request, 'done'),
      key: newKey(),
      person: actor.person,
      mayConfirm: named && !seizure.confirmed && seizure.registrar.id !== actor.person,
      records,
      receipts: await this.ledger.receipts([
        seizure.registered,
        ...(seizure.confirmation ? [seizure.confirmation.entry] : []),
      ]),
      may: {
        photo: seizure.agency.id === actor.agency && may(actor, 'photo.add'),
        ...mayRecord(actor, seizure.agency.id),
      },
      ...(error && formErrors(error, words, () => undefined)),
    });
  }
}
