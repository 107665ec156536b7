import { Injectable } from '@nestjs/common';
import { DomainError, type EventId, type Instant } from '#kernel';
import type { Response } from 'express';
import { EventPresenter } from '../../events/event.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { lookOf } from '../shell/looks.js';
import { may } from '../shell/navigation.js';
import { languageOf, queryText, type PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { Shell } from '../shell/shell.service.js';

/** Which form of the page was refused: its fields are filled again with what was typed. */
export type FormName = 'staging' | 'statement' | 'closure' | `line-${string}`;
interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
  readonly form: FormName;
}

/** One event as a page, for who runs it, who brings the goods, and who watches. */
@Injectable()
export class EventPage {
  constructor(
    private readonly shell: Shell,
    private readonly events: EventPresenter,
  ) {}

  load(request: PageRequest, id: EventId) {
    return this.events.one(id, languageOf(request), undefined, request.session.actor.agency);
  }

  async show(request: PageRequest, response: Response, id: EventId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const event = await this.load(request, id);
    const own = event.agency.id === actor.agency;
    const running = event.state === 'staged';
    const lines = event.lines.map((line, row) => ({
      ...line,
      row,
      form: `line-${line.lot}`,
      done: line.destroyed !== undefined,
    }));
    await this.shell.send(request, response, 'events/event', {
      event,
      look: lookOf(event.state),
      lines,
      recorded: lines.filter(({ done }) => done).length,
      photos: photoTiles(event.photos, words),
      statements: event.statements.map((one) => ({ ...one, when: words.time(one.recorded as Instant) })),
      done: queryText(request, 'done'),
      key: newKey(),
      mayStage: event.state === 'planned' && may(actor, 'event.stage'),
      mayRecord: running && own && may(actor, 'event.record'),
      mayClose: running && own && may(actor, 'event.close'),
      mayWitness: running && event.witnesses.some((one) => one.id === actor.person),
      values: {},
      fields: {},
      ...(again && {
        values: again.values,
        form: again.form,
        ...formErrors(again.error, words, (pointer) => fieldOf(pointer, again.form)),
      }),
    });
  }
}

const resultFields = ['destroyed', 'returned', 'missing', 'netKg', 'reason'];
const statementFields = ['statement', 'from', 'to'];

function fieldOf(pointer: string, form: FormName): string | undefined {
  const [, first = '', row, name] = pointer.split('/');
  if (form === 'staging' && first === 'lines' && row !== undefined) return `lines.${row}.${name ?? 'staged'}`;
  if (form === 'statement') return statementFields.includes(first) ? first : undefined;
  return form.startsWith('line-') && resultFields.includes(first) ? `${form}-${first}` : undefined;
}
