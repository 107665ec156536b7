import { Injectable } from '@nestjs/common';
import { BatchQueries } from '#batches';
import { DomainError, type EventId, type Instant } from '#kernel';
import type { Response } from 'express';
import { EventPresenter } from '../../events/event.presenter.js';
import { allowScanning } from '../scan/scan-policy.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { languageOf, queryText, type PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { Shell } from '../shell/shell.service.js';
import { lineOfEvent, type EventLineShown } from './event-shown.js';
import { openShown, spokenError } from './event-words.js';

/** Which form of the page was refused: its fields are filled again with what was typed. */
export type FormName = 'staging' | 'statement' | 'check' | `line-${string}`;
interface Again {
  readonly error?: DomainError;
  readonly values: FormValues;
  readonly form: FormName;
}
export type EventShown = Awaited<ReturnType<EventPresenter['one']>>;

const siteStages = ['before', 'during', 'after'] as const;

/** One event as a page, for who runs it, who brings the goods, and who watches. */
@Injectable()
export class EventPage {
  constructor(
    private readonly shell: Shell,
    private readonly events: EventPresenter,
    private readonly batches: BatchQueries,
  ) {}

  load(request: PageRequest, id: EventId): Promise<EventShown> {
    return this.events.one(id, languageOf(request), undefined, request.session.actor.agency);
  }

  /** Name and address of the site as the frozen list has them. */
  async siteOf({ batch, site }: EventShown) {
    const { list } = await this.batches.snapshot(batch.id);
    return list.sites.find(({ code }) => code === site) ?? { code: site, name: site, address: '' };
  }

  async show(request: PageRequest, response: Response, id: EventId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const event = await this.load(request, id);
    const rights = rightsOf(request, event);
    if (rights.mayStage) allowScanning(response);
    const lines = event.lines.map((line, row) => lineOfEvent(line, row, words));
    const counted = lines.filter(({ excluded }) => !excluded);
    await this.shell.send(request, response, 'events/event', {
      event,
      site: await this.siteOf(event),
      look: lookOf(event.state),
      lines,
      ...runOf(lines, { asked: askedLot(request, again), mayRecord: rights.mayRecord }),
      recorded: counted.filter(({ done }) => done).length,
      total: counted.length,
      differing: counted.filter(({ differs }) => differs).length,
      open: openShown(event.open, event.lines, words),
      stages: siteStages.map((stage) => ({
        stage,
        name: words.t(`stage.${stage}`),
        count: event.photos.filter((photo) => photo.stage === stage && !photo.damaged).length,
      })),
      photos: photoTiles(event.photos, words),
      statements: event.statements.map((one) => ({ ...one, when: words.time(one.recorded as Instant) })),
      done: queryText(request, 'done'),
      key: newKey(),
      ...rights,
      values: again?.values ?? {},
      form: again?.form,
      fields: {},
      ...(again?.error &&
        formErrors(spokenError(again.error, event.lines, words), words, (pointer) =>
          fieldOf(pointer, again.form),
        )),
    });
  }
}

/** What this person can do at the event now. */
function rightsOf({ session }: PageRequest, event: EventShown) {
  const { actor } = session;
  const own = event.agency.id === actor.agency;
  const running = event.state === 'staged';
  const over = event.state === 'closed' || event.state === 'cancelled';
  return {
    mayStage: event.state === 'planned' && may(actor, 'event.stage'),
    mayRecord: running && own && may(actor, 'event.record'),
    mayClose: running && own && may(actor, 'event.close'),
    mayConfirm: running && own && may(actor, 'event.confirm-difference'),
    mayMove: !over && own && may(actor, 'event.postpone'),
    mayPhoto: !over && may(actor, 'photo.add'),
    mayWitness: running && event.witnesses.some((one) => one.id === actor.person),
    stated: event.statements.some(({ person, stale }) => person.id === actor.person && !stale),
    waiting: event.lines.some(
      (line) => !line.excluded && line.destroyed === undefined && line.staged?.amount !== '0',
    ),
  };
}

/** The line that is being recorded: the asked one, else the first without a result; and the one after it. */
function runOf(
  lines: readonly EventLineShown[],
  { asked, mayRecord }: { readonly asked: string | undefined; readonly mayRecord: boolean },
) {
  if (!mayRecord) return {};
  const left = lines.filter(({ ready, done }) => ready && !done);
  const current = lines.find(({ lot, ready }) => ready && lot === asked) ?? left[0];
  const next = left.find((line) => line !== current);
  return { ...(current && { current }), ...(next && { next }) };
}

function askedLot(request: PageRequest, again: Again | undefined): string | undefined {
  return again?.form.startsWith('line-') ? again.form.slice('line-'.length) : queryText(request, 'lot');
}

const resultFields = ['destroyed', 'returned', 'missing', 'netKg', 'reason'];
const statementFields = ['statement', 'from', 'to'];

function fieldOf(pointer: string, form: FormName): string | undefined {
  const [, first = '', row, name] = pointer.split('/');
  if (form === 'staging' && first === 'lines' && row !== undefined) return `lines.${row}.${name ?? 'staged'}`;
  if (form === 'statement' || form === 'check') return statementFields.includes(first) ? first : undefined;
  return form.startsWith('line-') && resultFields.includes(first) ? first : undefined;
}
