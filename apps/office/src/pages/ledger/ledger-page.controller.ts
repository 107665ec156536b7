import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { entryTypes } from '#entries';
import { Permit } from '#identity';
import { DomainError, type Instant, type PersonId } from '#kernel';
import { LedgerQueries, type NumberedEntry } from '#ledger';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import { Directory, type PersonShown } from '../../common/directory.js';
import { choiceFilter } from '../lists/choice-filter.js';
import { ListPages } from '../lists/list-pages.service.js';
import { plainText } from '../search/plain-text.js';
import { instantIn } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { LedgerSearches } from './ledger-search.queries.js';

/** The ledger as auditors read it: every entry in its order, found by kind, subject, person and time. */
@ApiExcludeController()
@Controller('ledger')
export class LedgerPageController {
  constructor(
    private readonly shell: Shell,
    private readonly lists: ListPages,
    private readonly searches: LedgerSearches,
    private readonly ledger: LedgerQueries,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permit('ledger.read')
  async show(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const type = choiceFilter(request, words, {
      name: 'type',
      label: 'ledger.type',
      options: Object.keys(entryTypes).map((value) => ({ value, text: words.t(`entry.name-${value}`) })),
    });
    const [subject, person, from, to] = (['subject', 'person', 'from', 'to'] as const).map((name) => ({
      name,
      label: `ledger.${name}`,
      value: (queryText(request, name) ?? '').slice(0, 100),
    }));
    const first = numberIn(queryText(request, 'after'));
    await this.lists.send(request, response, {
      path: '/ledger',
      title: 'ledger.entries',
      columns: [
        'ledger.number',
        'ledger.type',
        'ledger.subject',
        'seizures.recorded',
        'list.person',
        'ledger.hash',
      ],
      filters: [type, subject!, person!, from!, to!],
      load: async ({ limit, cursor }) => {
        const found = await this.searches.find({
          after: numberIn(decodeCursor(cursor, 1)?.[0]) ?? first ?? -1,
          limit,
          ...(type.value !== '' && { type: type.value }),
          ...(subject!.value !== '' && { subject: plainText(subject!.value) }),
          ...(person!.value !== '' && { person: plainText(person!.value) }),
          ...momentOf('from', from!.value),
          ...momentOf('to', to!.value),
        });
        const { items, next } = pageOf(found, limit, ({ seq }) => [String(seq)]);
        const named = await this.directory.persons(
          undefined,
          items.map(({ entry }) => entry.actor.person),
        );
        return { items: items.map((one) => cellsOf(one, words, named)), next };
      },
    });
  }

  /** One entry: its bytes as they were hashed, the leaf, and the proof that it is in the tree. */
  @Get(':seq')
  @Permit('ledger.read')
  async one(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Param('seq') typed: string,
  ): Promise<void> {
    const words = this.shell.words(request);
    const seq = numberIn(typed);
    if (seq === undefined) throw new DomainError('missing', 'problem.not-found');
    const { entry, body, leafHash } = await this.ledger.entry(seq);
    const { size } = await this.ledger.head();
    const named = await this.directory.persons(undefined, [entry.actor.person]);
    await this.shell.send(request, response, 'ledger/entry', {
      seq,
      leafHash,
      type: words.t(`entry.name-${entry.type}`),
      subject: `${entry.subject.kind} ${entry.subject.id} v${String(entry.subject.version)}`,
      happened: words.time(entry.happened),
      recorded: words.time(entry.recorded),
      lateReason: entry.lateReason,
      person: nameOf(named(entry.actor.person), words),
      readable: JSON.stringify(entry, null, 2),
      bytes: body.length,
      proof: await this.ledger.inclusion(seq, size),
    });
  }
}

function cellsOf(
  { seq, leafHash, entry }: NumberedEntry,
  words: Words,
  named: (id: PersonId) => PersonShown,
) {
  return [
    { text: String(seq), href: `/ledger/${String(seq)}` },
    { text: words.t(`entry.name-${entry.type}`) },
    { text: `${entry.subject.kind} ${entry.subject.id}` },
    { text: words.time(entry.recorded), number: true },
    { text: nameOf(named(entry.actor.person), words) },
    { text: leafHash },
  ];
}

function nameOf({ name, agency }: PersonShown, words: Words): string {
  return agency === '' ? words.t('admin.system') : name;
}

function numberIn(typed: string | undefined): number | undefined {
  const seq = /^\d{1,15}$|^-1$/.test(typed ?? '') ? Number(typed) : undefined;
  return Number.isSafeInteger(seq) ? seq : undefined;
}

/** A day alone means its beginning; what is no time restricts nothing, and stands in its field to be mended. */
function momentOf<N extends 'from' | 'to'>(name: N, typed: string): { [K in N]?: Instant } {
  const at = instantIn(/^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed} 00:00` : typed);
  return (Number.isNaN(Date.parse(at)) ? {} : { [name]: toInstant(at) }) as { [K in N]?: Instant };
}
