import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit, type Actor } from '#identity';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { numberedKind, plainText } from './plain-text.js';
import { SearchQueries, searchGroups, type Hit, type SearchGroup, type Sought } from './search.queries.js';

/** Of each group on the page of all groups; a page of one group. */
const few = 5;
const many = 50;

/** The search box of every page: a whole number leads straight to its page, anything else to a list by groups. */
@ApiExcludeController()
@Controller('search')
export class SearchController {
  constructor(
    private readonly queries: SearchQueries,
    private readonly shell: Shell,
  ) {}

  @Get()
  @Permit('me.read')
  async show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const { actor } = request.session;
    const typed = queryText(request, 'q') ?? '';
    const text = plainText(typed);
    const numbered = numberedKind(text);
    const exact = numbered && (await this.queries.byNumber(actor, numbered, text));
    if (exact) {
      response.redirect(303, `/${numbered}/${exact.subject}`);
      return;
    }
    const words = this.shell.words(request);
    const only = searchGroups.find((group) => group === queryText(request, 'group'));
    const groups =
      text === '' ? [] : await this.groups(request, { text, categories: fitting(words, text) }, only);
    const model = { q: typed.slice(0, 100), only, groups, asked: text !== '' };
    await this.shell.send(request, response, 'search/search', model);
  }

  private async groups(request: PageRequest, sought: Sought, only: SearchGroup | undefined) {
    const { actor } = request.session;
    const [after] = decodeCursor(only && queryText(request, 'cursor'), 1) ?? [];
    const limit = only ? many : few;
    const asked = this.queries.groupsOf(actor).filter((group) => only === undefined || group === only);
    const shown = [];
    for (const group of asked) {
      const found = await this.queries.find(actor, group, sought, {
        limit,
        ...(after !== undefined && { after }),
      });
      const { items, next } = pageOf(found, limit, ({ reference }) => [reference]);
      if (items.length === 0) continue;
      const words = this.shell.words(request);
      const rows = items.map((hit) => rowOf(group, hit, words, actor));
      shown.push({ group, rows, more: addressOf(sought.text, group, only && next), hasMore: next !== null });
    }
    return shown;
  }
}

/** Categories by the name that the reader sees; the code itself is compared in the database. */
function fitting(words: Words, text: string): string[] {
  return words.categories.filter((one) => plainText(one.text).includes(text)).map(({ value }) => value);
}

function rowOf(group: SearchGroup, hit: Hit, words: Words, actor: Actor) {
  const person = group === 'people';
  const linked = !person || may(actor, 'people.manage');
  return {
    reference: hit.reference,
    about: hit.about ?? '',
    more: group === 'lots' ? words.category(hit.more ?? '') : (hit.more ?? ''),
    ...(linked && { href: `/${person ? 'admin/people' : group}/${hit.subject}` }),
    ...(hit.state !== null && { look: lookOf(hit.state), state: words.t(`state.${hit.state}`) }),
  };
}

function addressOf(text: string, group: SearchGroup, cursor: string | null | undefined): string {
  const query = new URLSearchParams({ q: text, group, ...(typeof cursor === 'string' && { cursor }) });
  return `/search?${query.toString()}`;
}
