import { Injectable } from '@nestjs/common';
import { DifferenceService, type Difference } from '#destruction';
import { DomainError, isUuid, type EventId, type LotId } from '#kernel';
import type { Response } from 'express';
import { plainAmount } from '../seizures/registration-lines.js';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { text, type FormValues } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { EventPage, type EventShown } from './event-page.service.js';
import { spokenError } from './event-words.js';

interface Again {
  readonly error: DomainError;
  readonly values: FormValues;
}

/** What an approver is shown of a weighing difference: the figures first, then the signature over them. */
@Injectable()
export class DifferencePage {
  constructor(
    private readonly shell: Shell,
    private readonly event: EventPage,
    private readonly differences: DifferenceService,
  ) {}

  async lines(request: PageRequest, id: EventId): Promise<EventShown['lines']> {
    return (await this.event.load(request, id)).lines;
  }

  async show(request: PageRequest, response: Response, id: EventId, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const event = await this.event.load(request, id);
    const asked = again
      ? { lot: text(again.values, 'lot'), measured: text(again.values, 'measured') }
      : { lot: queryText(request, 'lot') ?? '', measured: queryText(request, 'measured') ?? '' };
    const { found, error } = await this.look(event, asked);
    const refused = again?.error ?? error;
    if (refused && response.statusCode === 200) response.status(422);
    const chosen = event.lines.find(({ lot }) => lot === asked.lot);
    await this.shell.send(request, response, 'events/difference', {
      event,
      key: newKey(),
      values: { ...asked, reason: again ? text(again.values, 'reason') : '' },
      lots: event.lines
        .filter((line) => !line.excluded && line.staged && isMass(line.staged.unit))
        .map((line) => ({
          value: line.lot,
          text: `${line.code} ${line.description}`,
          selected: line.lot === asked.lot,
        })),
      chosen,
      ...(found && {
        found: {
          ...found,
          staged: words.quantity({ amount: found.staged, unit: found.unit }),
          measured: words.quantity({ amount: found.measured, unit: found.unit }),
          difference: `${found.difference} ${words.unit(found.unit)}`,
        },
      }),
      fields: {},
      ...(refused && formErrors(spokenError(refused, event.lines, words), words, fieldOf)),
    });
  }

  /** The difference that was asked for; nothing where nothing was asked yet. */
  private async look(
    event: EventShown,
    { lot, measured }: { readonly lot: string; readonly measured: string },
  ): Promise<{ readonly found?: Difference; readonly error?: DomainError }> {
    if (!isUuid(lot) || measured === '') return {};
    try {
      const quantity = measuredIn(event.lines, lot as LotId, measured);
      return { found: await this.differences.preview(event.id, { lot: lot as LotId, measured: quantity }) };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'missing') throw error;
      return { error };
    }
  }
}

/** What was typed, in the unit of the lot; a lot that is not the event's is left to the command to refuse. */
export function measuredIn(lines: EventShown['lines'], lot: LotId, typed: string) {
  const line = lines.find((one) => one.lot === lot);
  return { amount: plainAmount(typed), unit: line?.allocated.unit ?? 'kg' };
}

function isMass(unit: string): boolean {
  return unit === 'kg' || unit === 'g';
}

function fieldOf(pointer: string): string | undefined {
  const first = pointer.split('/')[1] ?? '';
  return ['lot', 'measured', 'reason'].includes(first) ? first : undefined;
}
