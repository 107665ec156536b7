import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AgencyQueries, Permit, type Actor } from '#identity';
import { formatInstant } from '#kernel';
import { Checkpoints } from '#ledger';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { choiceFilter } from '../lists/choice-filter.js';
import { ListPages } from '../lists/list-pages.service.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { balanceTable } from './balance-table.js';
import { exceptionKinds, ExceptionQueries, riskOf, type Exception } from './exceptions.queries.js';

const looks = { high: 'err', medium: 'warn', low: 'plain' } as const;
const risks = ['high', 'medium', 'low'] as const;

/** The auditor's first page: what stands out, then whether the books balance. */
@ApiExcludeController()
@Controller('audit')
export class AuditPageController {
  constructor(
    private readonly shell: Shell,
    private readonly lists: ListPages,
    private readonly queries: ExceptionQueries,
    private readonly agencies: AgencyQueries,
    private readonly checkpoints: Checkpoints,
  ) {}

  @Get()
  @Permit('audit.read')
  async overview(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const counts = await this.queries.counts(actor);
    const newest = await this.checkpoints.latest();
    await this.shell.send(request, response, 'audit/overview', {
      scope: await this.scope(actor, words),
      total: counts.reduce((sum, { count }) => sum + count, 0),
      rows: counts.map(({ kind, count, since, seq }) => ({
        ...shownKind(kind, words),
        count,
        since: since ? words.date(since) : '',
        seq,
        ...(seq !== null && readsLedger(actor) && { entry: `/ledger/${String(seq)}` }),
      })),
      balances: balanceTable(await this.queries.balances(actor), words),
      checkpoint: { size: newest.size, root: newest.root },
      readsLedger: readsLedger(actor),
    });
  }

  @Get('exceptions')
  @Permit('audit.read')
  async exceptions(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const named = (codes: readonly string[], prefix: string) =>
      codes.map((value) => ({ value, text: words.t(`audit.${prefix}-${value}`) }));
    const kind = choiceFilter(request, words, {
      name: 'kind',
      label: 'audit.exception',
      options: named(exceptionKinds, 'kind'),
    });
    const risk = choiceFilter(request, words, {
      name: 'risk',
      label: 'audit.risk',
      options: named(risks, 'risk'),
    });
    const kinds = exceptionKinds.filter(
      (one) => (kind.value === '' || one === kind.value) && (risk.value === '' || riskOf(one) === risk.value),
    );
    await this.lists.send(request, response, {
      path: '/audit/exceptions',
      title: 'audit.exceptions',
      columns: [
        'audit.risk',
        'audit.exception',
        'list.reference',
        'list.about',
        'audit.since',
        'audit.entry',
      ],
      filters: [kind, risk],
      load: async ({ limit, cursor }) => {
        const offset = offsetIn(decodeCursor(cursor, 1));
        const found = await this.queries.list(actor, { kinds, limit, offset });
        const { items, next } = pageOf(found, limit, () => [String(offset + limit)]);
        return { items: items.map((one) => cellsOf(one, words, actor)), next };
      },
    });
  }

  private async scope(actor: Actor, words: Words): Promise<string> {
    const until = Math.max(...actor.engagements.map(({ untilMs }) => Number(untilMs)));
    const whole = actor.engagements.some(({ installation }) => installation);
    const named = await this.agencies.byId(undefined, await this.queries.agencies(actor));
    const what = whole
      ? words.t('admin.whole')
      : named.map(({ names }) => words.name(names)).join(words.t('admin.comma'));
    return words.t('audit.scope', { what, until: words.time(formatInstant(until)) });
  }
}

/** Reading the ledger itself takes an engagement for the whole installation. */
function readsLedger({ engagements }: Actor): boolean {
  return engagements.some(({ installation }) => installation);
}

function shownKind(kind: string, words: Words) {
  const risk = riskOf(kind);
  return {
    look: looks[risk],
    risk: words.t(`audit.risk-${risk}`),
    name: words.t(`audit.kind-${kind}`),
    why: words.t(`audit.why-${kind}`),
    href: `/audit/exceptions?kind=${kind}`,
  };
}

function cellsOf(
  { kind, place, subject, reference, about, since, seq }: Exception,
  words: Words,
  actor: Actor,
) {
  const { look, risk, name } = shownKind(kind, words);
  const href = `/${place}/${subject}${place === 'seizures' ? '/file' : ''}`;
  const linked = place !== 'ledger' || readsLedger(actor);
  return [
    { text: risk, look },
    { text: name },
    { text: reference, ...(linked && { href }) },
    { text: about ?? '' },
    { text: since ? words.time(since) : '', number: true },
    {
      text: seq === null ? '' : `#${String(seq)}`,
      ...(seq !== null && readsLedger(actor) && { href: `/ledger/${String(seq)}` }),
    },
  ];
}

function offsetIn(key: readonly string[] | undefined): number {
  const offset = Number(key?.[0] ?? 0);
  return Number.isSafeInteger(offset) && offset >= 0 ? offset : 0;
}
