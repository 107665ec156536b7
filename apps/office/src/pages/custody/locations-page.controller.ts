import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LocationQueries, type KeptLot, type LocationRow } from '#custody';
import { Access, AgencyQueries, Permit } from '#identity';
import type { AgencyId } from '#kernel';
import type { Response } from 'express';
import { decodeCursor, pageOf } from '../../common/paging.js';
import type { Filter } from '../lists/list.js';
import { ListPages, textFilter } from '../lists/list-pages.service.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

/** As many as a list to choose from can hold. */
const mostPlaces = 500;
type Name = (agency: AgencyId) => string;

/** Where goods are kept: the places, and the goods at them. */
@ApiExcludeController()
@Controller('locations')
export class LocationsPageController {
  constructor(
    private readonly lists: ListPages,
    private readonly shell: Shell,
    private readonly locations: LocationQueries,
    private readonly access: Access,
    private readonly agencies: AgencyQueries,
  ) {}

  @Get()
  @Permit('lot.read')
  async places(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const agencies = await this.access.agenciesOf(request.session.actor, 'lot.read');
    const name = await this.names(words);
    const q = textFilter(request);
    await this.lists.send(request, response, {
      path: '/locations',
      title: 'locations.list',
      columns: ['transfers.location', 'list.agency', 'locations.custodian', 'list.lots'],
      filters: [q],
      create: { href: '/labels', code: 'labels.title' },
      load: async ({ limit, cursor }) => {
        const after = decodeCursor(cursor, 2);
        const search = { agencies, limit: limit + 1, ...criterion(q), ...(after && { after }) };
        const rows = await this.locations.places(search);
        const page = pageOf(rows, limit, ({ agency, location }) => [agency, location]);
        return { items: page.items.map((row) => placeCells(row, name, words)), next: page.next };
      },
    });
  }

  @Get('goods')
  @Permit('lot.read')
  async goods(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const words = this.shell.words(request);
    const agencies = await this.access.agenciesOf(request.session.actor, 'lot.read');
    const name = await this.names(words);
    const q = textFilter(request);
    const places = await this.locations.places({ agencies, limit: mostPlaces });
    const place = placeFilter(request, places, { name, words });
    const chosen = places.find((row) => keyOf(row) === place.value);
    await this.lists.send(request, response, {
      path: '/locations/goods',
      title: 'locations.goods',
      columns: [
        'list.reference',
        'list.category',
        'list.description',
        'list.quantity',
        'transfers.location',
        'locations.custodian',
      ],
      filters: [q, place],
      create: { href: '/labels', code: 'labels.title' },
      load: async ({ limit, cursor }) => {
        const [after] = decodeCursor(cursor, 1) ?? [];
        const rows = await this.locations.goods({
          agencies,
          limit: limit + 1,
          ...criterion(q),
          ...(chosen && { place: chosen }),
          ...(after !== undefined && { after }),
        });
        const page = pageOf(rows, limit, ({ code }) => [code]);
        return { items: page.items.map((row) => goodsCells(row, words)), next: page.next };
      },
    });
  }

  private async names(words: Words): Promise<Name> {
    const all = new Map((await this.agencies.all()).map(({ id, names }) => [id, words.name(names)]));
    return (agency) => all.get(agency) ?? '';
  }
}

function criterion({ value }: Filter): { q?: string } {
  return value === '' ? {} : { q: value };
}

function keyOf({ agency, location }: LocationRow): string {
  return `${location}@${agency}`;
}

function placeFilter(
  request: PageRequest,
  places: readonly LocationRow[],
  { name, words }: { readonly name: Name; readonly words: Words },
): Filter {
  const asked = queryText(request, 'place') ?? '';
  const options = [
    { value: '', text: words.t('list.all') },
    ...places.map((row) => ({ value: keyOf(row), text: `${placeOf(row, words)} (${name(row.agency)})` })),
  ];
  const value = options.some((one) => one.value === asked) ? asked : '';
  return { name: 'place', label: 'transfers.location', value, options };
}

function placeOf({ location }: { readonly location: string }, words: Words): string {
  return location === '' ? words.t('locations.unnamed') : location;
}

function placeCells(row: LocationRow, name: Name, words: Words) {
  return [
    {
      text: placeOf(row, words),
      href: `/locations/goods?place=${encodeURIComponent(keyOf(row))}`,
    },
    { text: name(row.agency) },
    { text: row.custodians.join(', ') },
    { text: String(row.lots) },
  ];
}

function goodsCells(row: KeptLot, words: Words) {
  return [
    { text: row.code, href: `/lots/${row.lot}`, number: true },
    { text: words.category(row.category) },
    { text: `${row.description} · ${row.reference}` },
    { text: `${words.amount(row.amount)} ${words.unit(row.unit)}` },
    { text: placeOf(row, words) },
    { text: row.custodian },
  ];
}
