import { Injectable } from '@nestjs/common';
import { HandOverQueries, type OfferableLot, type OfferableSearch } from '#custody';
import { Access, AgencyQueries, PeopleQueries, type Actor } from '#identity';
import { parseId, type SeizureId } from '#kernel';
import type { Response } from 'express';
import { plainAmount } from '../seizures/registration-lines.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import type { FormError } from '../shell/form-errors.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { chosenLots } from './offer-form.js';

/** More is found with the search. */
const shownLots = 200;
const mostLots = 1000;

type Which = Pick<OfferableSearch, 'q' | 'seizure' | 'lots'>;
interface Refused {
  readonly errors: readonly FormError[];
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Where goods are chosen for a hand-over, and shown once more before it is offered. */
@Injectable()
export class OfferPage {
  constructor(
    private readonly shell: Shell,
    private readonly goods: HandOverQueries,
    private readonly people: PeopleQueries,
    private readonly agencies: AgencyQueries,
    private readonly access: Access,
  ) {}

  /** What this person can hand over of all, of one seizure, or of named lots; of very much the first thousand. */
  offerable(actor: Actor, which: Which): Promise<OfferableLot[]> {
    const { person, agency } = actor;
    const giver = { person, agency, officer: actor.roles.includes('officer') };
    return this.goods.offerable({ giver, limit: mostLots, ...which });
  }

  /** The lots of a seizure that this person can hand over; throws `missing` where the person does not see it. */
  async ofSeizure(actor: Actor, seizure: string): Promise<OfferableLot[]> {
    await this.access.require(actor, 'seizure.read', 'seizure', [seizure]);
    return this.offerable(actor, { seizure: parseId<SeizureId>(seizure) });
  }

  async form(request: PageRequest, response: Response, values: FormValues, refused?: Refused): Promise<void> {
    const { actor } = request.session;
    const chosen = new Set(chosenLots(values));
    const q = text(values, 'q').slice(0, 60);
    const ticked = await this.offerable(actor, { lots: [...chosen] });
    const others = await this.offerable(actor, q === '' ? {} : { q });
    const found = [...ticked, ...others.filter(({ lot }) => !chosen.has(lot))];
    const words = this.shell.words(request);
    await this.shell.send(request, response, 'custody/offer', {
      values,
      chosen: chosen.size,
      rows: found.slice(0, shownLots).map((lot) => ({
        ...lot,
        ticked: chosen.has(lot.lot),
        quantity: text(values, `quantity.${lot.lot}`),
      })),
      more: Math.max(0, found.length - shownLots),
      any: found.length > 0 || q !== '',
      receivers: await this.receivers(request),
      key: text(values, 'key') || newKey(),
      fields: {},
      please: words.t('form.please-choose'),
      ...refused,
    });
  }

  /** The offer as it would be made. */
  async check(request: PageRequest, response: Response, values: FormValues): Promise<void> {
    const lots = await this.offerable(request.session.actor, { lots: chosenLots(values) });
    const receiver = (await this.receivers(request)).find(({ value }) => value === text(values, 'to'));
    await this.shell.send(request, response, 'custody/offer-check', {
      values,
      lots: lots.map((lot) => ({
        ...lot,
        goes: plainAmount(text(values, `quantity.${lot.lot}`)) || lot.amount,
      })),
      receiver,
      location: text(values, 'location'),
      kept: keptFields(values),
    });
  }

  /** Custodians of every agency but the giver, by agency. */
  private async receivers(request: PageRequest) {
    const { person } = request.session.actor;
    const words = this.shell.words(request);
    const names = new Map(
      (await this.agencies.all()).map(({ code, names: name }) => [code, words.name(name)]),
    );
    const found = await this.people.find({ role: 'custodian', limit: mostLots });
    return found
      .filter(({ id }) => id !== person)
      .map(({ id, name, agencyCode }) => ({
        value: id as string,
        text: `${name} (${names.get(agencyCode) ?? agencyCode})`,
      }));
  }
}

function keptFields(values: FormValues): [string, string][] {
  return Object.entries(values)
    .filter(([name]) => name !== 'csrf' && name !== 'do')
    .flatMap(([name, value]) => [value ?? []].flat().map((one): [string, string] => [name, one]));
}
