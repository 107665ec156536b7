import { Injectable } from '@nestjs/common';
import type { SnapshotLine } from '#entries';
import type { BatchId, DomainError, LotId } from '#kernel';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import type { LineRow } from './basket.js';
import { DraftView, type DraftShown } from './draft-view.service.js';

/** A refused form: what was typed, and the lots in the order in which the refusal counts them. */
interface Again {
  readonly error: DomainError;
  readonly rows: readonly LineRow[];
  readonly lots: readonly LotId[];
}

const pageSize = 50;

/** The page of the lines of a list in the making. */
@Injectable()
export class DraftLinesPage {
  constructor(
    private readonly shell: Shell,
    private readonly view: DraftView,
  ) {}

  async show(request: PageRequest, response: Response, id: BatchId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const shown = await this.view.load(request, id);
    const { draft, list } = shown.preview;
    const q = (queryText(request, 'q') ?? '').toLowerCase();
    const lines = byCode(list.lines).filter((line) => fits(line, q, words));
    const from = Math.min(fromOf(request), Math.max(0, lines.length - 1));
    const page = lines.slice(from, from + pageSize);
    const address = (start: number) => `/batches/${id}/lines?${this.query(q, start)}`;
    await this.shell.send(request, response, 'batches/draft-lines', {
      summary: shown.summary,
      action: `/batches/${id}/lines?${this.query(q, from)}`,
      q,
      rows: page.map((line) => rowShown(line, { shown, words, again })),
      total: lines.length,
      sites: draft.sites.map(({ code, name }) => ({ value: code, text: name })),
      methods: this.view.methods(words).slice(1),
      batchMethod: words.method(draft.method),
      previousHref: from > 0 ? address(Math.max(0, from - pageSize)) : undefined,
      nextHref: from + pageSize < lines.length ? address(from + pageSize) : undefined,
      saved: queryText(request, 'saved'),
      fields: {},
      ...(again && errorsOf(again, page, words)),
    });
  }

  /** Where the person was, for the address after saving. */
  placeOf(request: PageRequest): string {
    const query = this.query(queryText(request, 'q') ?? '', fromOf(request));
    return query === '' ? '' : `${query}&`;
  }

  private query(q: string, from: number): string {
    return new URLSearchParams({
      ...(q !== '' && { q }),
      ...(from > 0 && { from: String(from) }),
    }).toString();
  }
}

function fromOf(request: PageRequest): number {
  const from = queryText(request, 'from') ?? '';
  return /^\d{1,4}$/.test(from) ? Number(from) : 0;
}

function byCode(lines: readonly SnapshotLine[]): SnapshotLine[] {
  return [...lines].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function fits({ code, description, category }: SnapshotLine, q: string, words: Words): boolean {
  return q === '' || `${code} ${description} ${words.category(category)}`.toLowerCase().includes(q);
}

function rowShown(
  line: SnapshotLine,
  { shown, words, again }: { shown: DraftShown; words: Words; again: Again | undefined },
) {
  const asked = shown.preview.draft.lots.find(({ lot }) => lot === line.lot);
  const typed = again?.rows.find(({ lot }) => lot === line.lot);
  return {
    lot: line.lot,
    code: line.code,
    category: words.category(line.category),
    description: line.description,
    base: words.quantity(line.base),
    unit: line.quantity.unit,
    unitName: words.unit(line.quantity.unit),
    amount: typed?.amount ?? line.quantity.amount,
    site: typed?.site ?? line.site,
    method: typed?.method ?? asked?.method ?? '',
    methodName: words.method(line.method),
    remove: typed?.remove ?? false,
    notes: shown.notesOf(line.lot),
  };
}

/** Refusals count lots by their place in the list; the form shows some of them, in the order of codes. */
function errorsOf({ error, lots }: Again, page: readonly SnapshotLine[], words: Words) {
  const rowOf = lots.map((lot) => page.findIndex((line) => line.lot === lot));
  return formErrors(
    error,
    words,
    (pointer) => {
      const [, , index, name] = pointer.split('/');
      const row = rowOf[Number(index)] ?? -1;
      if (row < 0) return undefined;
      return `lines.${row}.${name === 'site' || name === 'method' ? name : 'amount'}`;
    },
    rowOf,
  );
}
