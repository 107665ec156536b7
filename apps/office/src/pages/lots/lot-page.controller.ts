import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { accounts } from '#entries';
import { Permit } from '#identity';
import { parseId, type LotId, type SeizureId } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { LotPresenter, type Say } from '../../lots/lot.presenter.js';
import { SeizurePresenter } from '../../seizures/seizure.presenter.js';
import { mayRecord } from '../cases/may-record.js';
import { may } from '../shell/navigation.js';
import type { PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { LotHistory } from './lot-history.service.js';
import { stepsOf } from './lot-steps.js';
import { nextStepOf } from './next-step.js';
import { isOpen } from './open-accounts.js';

const shownPhotos = 4;
const one = { kind: 'lot', param: 'id' } as const;
type LotShown = Awaited<ReturnType<LotPresenter['one']>>;

/** One lot: where it is, what happened to it, what keeps it out of a batch; and the history of its case. */
@ApiExcludeController()
@Controller()
export class LotPageController {
  constructor(
    private readonly shell: Shell,
    private readonly lots: LotPresenter,
    private readonly seizures: SeizurePresenter,
    private readonly history: LotHistory,
  ) {}

  @Get('lots/:id')
  @Permit('lot.read', one)
  async show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const words = this.shell.words(request);
    const lot = await this.load(request, id, words);
    const numbered = await this.history.entries(lot.id);
    const entries = numbered.map(({ entry }) => entry);
    // Gates concern goods that may still enter a batch.
    const blockers = lot.balances.some(({ account }) => isOpen(account)) ? lot.blockers : [];
    const photos = photoTiles(lot.photos, words);
    const finalAt = lot.decisions.at(-1)?.finalAt;
    await this.shell.send(request, response, 'lots/lot', {
      lot: { ...lot, blockers },
      mayRecord: mayRecord(request.session.actor, lot.responsible.id),
      declared: words.quantity(lot.declared as Quantity),
      holdings: holdingsOf(lot),
      steps: stepsOf(entries, { lot: lot.id, ...(finalAt !== undefined && { finalAt }) }).map((step) => ({
        ...step,
        when: step.at && words.date(step.at),
      })),
      next: nextOf({ lot, blockers }, entries, request),
      rows: balanceRows(lot),
      photos: photos.slice(0, shownPhotos),
      photoCount: photos.length,
      timeline: await this.history.timeline(numbered, words, lot.id),
      count: entries.length,
      size: await this.history.size(),
    });
  }

  @Get('lots/:id/proofs')
  @Permit('lot.read', one)
  async proofs(@Res() response: Response, @Param('id') id: string): Promise<void> {
    const proofs = await this.history.proofs(await this.history.entries(parseId<LotId>(id)));
    response.setHeader('Content-Disposition', `attachment; filename="proofs-${parseId(id)}.json"`);
    response.setHeader('Cache-Control', 'no-store');
    response.json(proofs);
  }

  @Get('seizures/:id/history')
  @Permit('seizure.read', { kind: 'seizure', param: 'id' })
  async ofCase(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('id') id: string,
  ): Promise<void> {
    const words = this.shell.words(request);
    const seizure = await this.seizures.one(request.session.actor, parseId<SeizureId>(id));
    const entries = await this.history.entriesOfCase(seizure.lots.map((lot) => lot.id));
    await this.shell.send(request, response, 'lots/case-history', {
      seizure,
      timeline: await this.history.timeline(entries, words),
      count: entries.length,
    });
  }

  private load(request: PageRequest, id: string, words: Words) {
    const say: Say = ({ code, facts }) => words.t(code, facts);
    return this.lots.one(parseId<LotId>(id), say, request.session.actor.agency);
  }
}

/** Where the goods are now: every account that holds some. */
function holdingsOf({ balances }: LotShown) {
  return balances.filter(({ account, amount }) => account !== 'seized' && !amount.startsWith('-'));
}

/** All accounts in the order of the goods' way, empty ones too; the source is the total, the scales only if they moved. */
function balanceRows({ balances }: LotShown) {
  const amounts = new Map(balances.map(({ account, amount }) => [account as string, amount]));
  return accounts
    .filter((account) => account !== 'seized' && (account !== 'weighing-difference' || amounts.has(account)))
    .map((account) => ({ account, amount: amounts.get(account) ?? '0' }));
}

function nextOf(
  { lot, blockers }: { readonly lot: LotShown; readonly blockers: readonly unknown[] },
  entries: Parameters<typeof nextStepOf>[2],
  request: PageRequest,
) {
  const next = nextStepOf({ id: lot.id, blockers, seizure: lot.seizure.id }, lot.balances, entries);
  const offers = next.code === 'next.with-officers';
  const mayGo = !offers || (may(request.session.actor, 'transfer.offer') && lot.seizure.confirmed);
  return { code: next.code, ...(mayGo && next.href !== undefined && { href: next.href }) };
}
