import { Injectable } from '@nestjs/common';
import type { DomainError, EventId, Instant } from '#kernel';
import { sumByUnit } from '#quantity';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import type { FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';
import { EventPage, type EventShown } from './event-page.service.js';
import { openShown, spokenError } from './event-words.js';

interface Step {
  readonly step: 'postponement' | 'cancellation' | 'closure';
  readonly error?: DomainError;
  readonly values?: FormValues;
}

/** The page before an event is put off, called off or closed, and the record of its closure. */
@Injectable()
export class EventEndingPage {
  constructor(
    private readonly shell: Shell,
    private readonly event: EventPage,
  ) {}

  async show(
    request: PageRequest,
    response: Response,
    id: EventId,
    { step, error, values = {} }: Step,
  ): Promise<void> {
    const words = this.shell.words(request);
    const event = await this.event.load(request, id);
    const over = event.state === 'closed' || event.state === 'cancelled';
    const counting = event.statements.filter(({ stale }) => !stale);
    await this.shell.send(request, response, 'events/ending', {
      event,
      step,
      over,
      site: await this.event.siteOf(event),
      record: step === 'closure' && event.state === 'closed',
      open: openShown(event.open, event.lines, words),
      totals: totalsOf(event, words),
      staged: event.lines.filter((line) => !line.excluded && line.staged && line.staged.amount !== '0'),
      witnesses: [...new Set(counting.map(({ person }) => `${person.name} (${person.agency})`))],
      statements: counting.map((one) => ({ ...one, when: words.time(one.recorded as Instant) })),
      done: queryText(request, 'done'),
      key: newKey(),
      values,
      fields: {},
      ...(error && formErrors(spokenError(error, event.lines, words), words, fieldOf)),
    });
  }
}

/** What became of the goods of an event, per base unit; unlike units are never added. */
function totalsOf({ lines }: EventShown, words: Words) {
  const kinds = ['destroyed', 'returned', 'missing'] as const;
  return kinds.map((kind) => ({
    kind,
    units: sumByUnit(lines.flatMap((line) => line[kind] ?? [])).map(
      ({ amount, unit }) => `${words.amount(amount)} ${words.unit(unit)}`,
    ),
  }));
}

function fieldOf(pointer: string): string | undefined {
  const [, first = '', row, name] = pointer.split('/');
  if (first === 'startsAt' || first === 'reason') return first;
  return first === 'lines' && row !== undefined ? `lines.${row}.${name ?? 'returned'}` : undefined;
}
