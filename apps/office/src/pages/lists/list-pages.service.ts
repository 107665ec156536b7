import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { csvOf, sendCsv } from './csv.js';
import type { Cell, List } from './list.js';

const pageSize = 50;
const csvPage = 500;
/** What a spreadsheet and this process still handle; more is asked for with a filter. */
const csvLimit = 20_000;

/** Shows a list as a page, or all of it as CSV. */
@Injectable()
export class ListPages {
  constructor(private readonly shell: Shell) {}

  async send(request: PageRequest, response: Response, list: List): Promise<void> {
    const words = this.shell.words(request);
    if (queryText(request, 'format') === 'csv') {
      const rows = await allOf(list);
      const header = list.columns.map((code) => words.t(code));
      sendCsv(
        response,
        list.path.slice(1).replaceAll('/', '-'),
        csvOf(
          header,
          rows.map((row) => row.map(({ text }) => text)),
        ),
      );
      return;
    }
    const cursor = queryText(request, 'cursor');
    const { items, next } = await list.load({ limit: pageSize, ...(cursor !== undefined && { cursor }) });
    const address = (extra: Record<string, string>) => addressOf(list, extra);
    await this.shell.send(request, response, 'lists/list', {
      list,
      rows: items,
      columns: list.columns.map((code) => words.t(code)),
      first: cursor === undefined,
      firstHref: address({}),
      nextHref: next === null ? undefined : address({ cursor: next }),
      csvHref: address({ format: 'csv' }),
    });
  }
}

async function allOf(list: List): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && rows.length < csvLimit) {
    const page = await list.load({ limit: csvPage, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}

/** The list with its filters, as an address. */
function addressOf({ path, filters }: List, extra: Record<string, string>): string {
  const set = filters.filter(({ value }) => value !== '').map(({ name, value }) => [name, value]);
  const query = new URLSearchParams([...set, ...Object.entries(extra)] as [string, string][]).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** A filter over states: every state with its word. */
export function stateFilter(request: PageRequest, words: Words, states: readonly string[]) {
  const asked = queryText(request, 'state') ?? '';
  const value = states.includes(asked) ? asked : '';
  const options = [
    { value: '', text: words.t('list.all') },
    ...states.map((state) => ({ value: state, text: words.t(`state.${state}`) })),
  ];
  return { name: 'state', label: 'list.state', value, options };
}

export function textFilter(request: PageRequest) {
  return { name: 'q', label: 'list.search', value: (queryText(request, 'q') ?? '').slice(0, 60) };
}
