import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import type { Clock } from '#kernel';
import { CLOCK } from '#ledger';
import type { Response } from 'express';
import { csvOf, sendCsv } from '../lists/csv.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { timeLeft } from './due.js';
import { WorkQueue, type QueueItem } from './work-queue.service.js';

const looks = { late: 'err', day: 'warn', week: 'info', later: 'plain', none: 'plain' } as const;
const addresses: Readonly<Record<string, string>> = {
  'confirm-seizure': '/seizures/',
  'hand-over': '/transfers/new?seizure=',
  'decide-registration': '/seizures/',
  'decide-seizure': '/seizures/',
  'confirm-difference': '/transfers/',
  receive: '/transfers/',
  stage: '/events/',
  'run-event': '/events/',
  witness: '/events/',
  'plan-event': '/batches/',
  approve: '/batches/',
  'approve-reminded': '/batches/',
  issue: '/batches/',
  'prepare-report': '/certificates/',
  'release-report': '/certificates/',
  'withdraw-report': '/certificates/',
  'confirm-revocation': '/certificates/',
  concern: '/concerns/',
  'confirm-role': '/admin/requests#r-',
};

/** Work that has a page of its own below its subject. */
const places: Readonly<Record<string, string>> = {
  'prepare-report': '/publication',
  'release-report': '/publication',
  'withdraw-report': '/publication',
  'confirm-revocation': '/revocation',
};

/** The first page after signing in: what waits for this person. */
@ApiExcludeController()
@Controller()
export class QueueController {
  constructor(
    private readonly queue: WorkQueue,
    private readonly shell: Shell,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('')
  @Permit('me.read')
  async show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const all = await this.queue.items(request.session.actor);
    const q = queryText(request, 'q')?.toLowerCase() ?? '';
    const urgency = queryText(request, 'due') ?? '';
    const found = all.filter(
      (item) =>
        (urgency === '' || item.urgency === urgency) &&
        `${item.reference} ${item.about}`.toLowerCase().includes(q),
    );
    const rows = found.map((item) => this.shown(item, words));
    if (queryText(request, 'format') === 'csv') {
      const columns = ['queue.due', 'queue.work', 'list.reference', 'list.about', 'queue.basis'];
      const lines = rows.map((row) => [row.dueAt, row.work, row.reference, row.about, row.basis]);
      sendCsv(
        response,
        'queue',
        csvOf(
          columns.map((code) => words.t(code)),
          lines,
        ),
      );
      return;
    }
    const counts = countsOf(all);
    await this.shell.send(request, response, 'queue/queue', { rows, counts, total: all.length, q, urgency });
  }

  private shown(item: QueueItem, words: Words) {
    const left = item.due === undefined ? undefined : timeLeft(item.due, this.clock.now());
    const base = addresses[item.kind];
    return {
      look: looks[item.urgency],
      left: left ? words.t(left.code, { count: left.count }) : words.t('queue.no-clock'),
      dueAt: item.due === undefined ? '' : words.time(item.due),
      work: words.t(`queue.work-${item.kind}`, { reference: item.reference, lots: item.lots ?? 0 }),
      reference: item.reference,
      about: item.about,
      basis: item.clock
        ? words.t(`queue.clock-${item.clock.code}`, { source: item.clock.source })
        : words.t(item.due === undefined ? 'queue.no-clock' : 'queue.appointment'),
      why: words.t(`queue.why-${item.kind}`),
      ...(base !== undefined && {
        href: `${base}${item.subject}${places[item.kind] ?? ''}`,
      }),
    };
  }
}

function countsOf(items: readonly QueueItem[]) {
  const of = (urgency: QueueItem['urgency']) => items.filter((item) => item.urgency === urgency).length;
  return { late: of('late'), day: of('day'), week: of('week'), later: of('later'), unlimited: of('none') };
}
