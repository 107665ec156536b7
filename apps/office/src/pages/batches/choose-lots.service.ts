import { Injectable } from '@nestjs/common';
import { EligibleLots, type EligibleLot } from '#batches';
import { Access } from '#identity';
import type { BatchId, DomainError } from '#kernel';
import type { Quantity } from '#quantity';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { formErrors } from '../shell/form-errors.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { blockerText, DraftView, type DraftShown } from './draft-view.service.js';

/** What the person looks for. */
export interface LotFilter {
  readonly q?: string;
  readonly category?: string;
  /** Also lots that may not enter yet, with what keeps them out. */
  readonly all: boolean;
}

const pageSize = 50;
/** A page that shows only what may enter looks this far ahead for some. */
const farthest = 10;

/** Lots that may enter a list, and why the others may not. */
@Injectable()
export class ChooseLots {
  constructor(
    private readonly shell: Shell,
    private readonly view: DraftView,
    private readonly eligible: EligibleLots,
    private readonly access: Access,
  ) {}

  async show(request: PageRequest, response: Response, id: BatchId, error?: DomainError): Promise<void> {
    const words = this.shell.words(request);
    const filter = filterOf((name) => queryText(request, name));
    const shown = await this.view.load(request, id);
    const page = await this.page(request, filter);
    const address = (extra: Record<string, string>) => `/batches/${id}/lots?${queryOf(filter, extra)}`;
    await this.shell.send(request, response, 'batches/choose-lots', {
      summary: shown.summary,
      action: address({}),
      rows: page.items.map((row) => this.rowShown(row, shown, words)),
      filter: { q: filter.q ?? '', category: filter.category ?? '', all: filter.all },
      sites: shown.preview.draft.sites.map(({ code, name }) => ({ value: code, text: name })),
      first: queryText(request, 'cursor') === undefined,
      firstHref: address({}),
      nextHref: page.next === null ? undefined : address({ cursor: page.next }),
      added: queryText(request, 'added'),
      saved: queryText(request, 'saved'),
      done: queryText(request, 'done'),
      fields: {},
      ...(error && formErrors(error, words, () => undefined)),
    });
  }

  /** Everything that fits a filter and may enter, up to `most` lots. */
  async fitting(request: PageRequest, filter: LotFilter, most: number): Promise<EligibleLot[]> {
    const found: EligibleLot[] = [];
    let after: string | undefined;
    do {
      const rows = await this.search(request, { ...filter, all: false }, { after, limit: 500 });
      found.push(...rows.slice(0, 500).filter(({ blockers }) => blockers.length === 0));
      after = rows.length > 500 ? rows[499]!.facts.code : undefined;
    } while (after !== undefined && found.length <= most);
    return found;
  }

  private async page(request: PageRequest, filter: LotFilter) {
    let cursor = queryText(request, 'cursor');
    for (let tried = 1; ; tried += 1) {
      const [after] = decodeCursor(cursor, 1) ?? [];
      const rows = await this.search(request, filter, { after, limit: pageSize });
      const { items, next } = pageOf(rows, pageSize, ({ facts }) => [facts.code]);
      const wanted = filter.all ? items : items.filter(({ blockers }) => blockers.length === 0);
      if (wanted.length > 0 || next === null || tried === farthest) return { items: wanted, next };
      cursor = next;
    }
  }

  private async search(
    request: PageRequest,
    { q, category, all }: LotFilter,
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): Promise<EligibleLot[]> {
    return this.eligible.search({
      agencies: await this.access.agenciesOf(request.session.actor, 'batch.draft'),
      limit,
      ...(q !== undefined && { q }),
      ...(category !== undefined && { category }),
      ...(!all && { account: 'custody' }),
      ...(after !== undefined && { after }),
    });
  }

  private rowShown({ facts, available, blockers }: EligibleLot, { preview }: DraftShown, words: Words) {
    const { draft } = preview;
    const fit = this.view.fitOf(draft.method, facts.category, words);
    return {
      lot: facts.lot,
      code: facts.code,
      category: words.category(facts.category),
      description: facts.description,
      declared: words.quantity(facts.declared as Quantity),
      available: words.quantity({ amount: available, unit: facts.base.unit }),
      decision: facts.decision?.number ?? '',
      method: fit.text,
      fits: fit.fits,
      taken: draft.lots.some(({ lot }) => lot === facts.lot),
      blockers: blockers.map((one) => blockerText(words, one.code, one.facts)),
    };
  }
}

/** The filter of a query or of a form that carries it along. */
export function filterOf(read: (name: string) => string | undefined): LotFilter {
  const [q, category] = [read('q')?.slice(0, 60), read('category')];
  return { ...(q && { q }), ...(category && { category }), all: read('show') === 'all' };
}

export function queryOf({ q, category, all }: LotFilter, extra: Record<string, string>): string {
  const set = { ...(q && { q }), ...(category && { category }), ...(all && { show: 'all' }), ...extra };
  return new URLSearchParams(set).toString();
}
