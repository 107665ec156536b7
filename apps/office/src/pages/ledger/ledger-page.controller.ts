import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { DomainError, type Instant } from '#kernel';
import { LedgerQueries, LedgerVerification, type Verification } from '#ledger';
import type { Response } from 'express';
import { Directory } from '../../common/directory.js';
import { formErrors } from '../shell/form-errors.js';
import type { FormValues } from '../shell/form-values.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';

const pageSize = 50;

/** The ledger as auditors read it, and its verification against a checkpoint of their own. */
@ApiExcludeController()
@Controller('ledger')
export class LedgerPageController {
  constructor(
    private readonly shell: Shell,
    private readonly ledger: LedgerQueries,
    private readonly verification: LedgerVerification,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permit('ledger.read')
  show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    return this.draw(request, response, {});
  }

  /** Recomputes everything; a checkpoint that the auditor kept shows that nothing before it was changed. */
  @Post('verification')
  @Permit('ledger.verify')
  async verify(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const note = typeof body['checkpoint'] === 'string' ? body['checkpoint'].replaceAll('\r\n', '\n') : '';
    const words = this.shell.words(request);
    let verified: Verification;
    try {
      verified = await this.verification.verify(note.trim() === '' ? [] : [note]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      response.status(422);
      await this.draw(request, response, { note, ...formErrors(error, words, () => 'checkpoint') });
      return;
    }
    response.status(200);
    await this.draw(request, response, { note, verified });
  }

  private async draw(request: PageRequest, response: Response, model: object): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const typed = Number(queryText(request, 'after') ?? -1);
    const after = Number.isSafeInteger(typed) && typed >= -1 ? typed : -1;
    const entries = may(actor, 'ledger.read') ? await this.ledger.entries(after, pageSize) : [];
    const person = await this.directory.persons(
      undefined,
      entries.map(({ entry }) => entry.actor.person),
    );
    const rows = entries.map(({ seq, leafHash, entry }) => ({
      seq,
      leafHash,
      name: words.t(`entry.name-${entry.type}`),
      when: words.time(entry.recorded as Instant),
      person: person(entry.actor.person).name,
      subject: `${entry.subject.kind} ${entry.subject.id}`,
    }));
    const next = rows.length === pageSize ? rows.at(-1)!.seq : undefined;
    await this.shell.send(request, response, 'ledger/ledger', { rows, next, first: after === -1, ...model });
  }
}
