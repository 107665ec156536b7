import { DomainError, newId } from '#kernel';
import type { Command, Outcome } from '#ledger';
import { isUuid, type EntryId } from '#kernel';
import type { Response } from 'express';
import { commandOf } from '../../common/write-request.js';
import type { WriteDto } from '../../common/write.dto.js';
import { text, type FormValues } from './form-values.js';
import type { PageRequest } from './page-request.js';

/** A fresh key for the hidden field `key` of a form: sending the form twice is one act. */
export function newKey(): string {
  return newId<string>();
}

/** The key that a form carries; a form without one (typed by hand) gets a new one. */
export function keyOf(values: FormValues): EntryId {
  const key = text(values, 'key').toLowerCase();
  return (isUuid(key) ? key : newId()) as EntryId;
}

/** The command of a form, as the interface makes it of the same request. */
export function formCommand(request: PageRequest, values: FormValues, body: WriteDto): Command {
  const write = { key: keyOf(values), method: request.method, path: request.path };
  return commandOf(request.session.actor, write, body);
}

/**
 * Does what a form asks for and leads on to `to`; a refusal that the person can mend shows the form again with 422
 * (409 where the state changed meanwhile). Whatever is no refusal is the business of the filter.
 */
export async function submit<R>(
  response: Response,
  act: () => Promise<R>,
  ways: { readonly to: (done: R) => string; readonly again: (error: DomainError) => Promise<void> },
): Promise<void> {
  let done: R;
  try {
    done = await act();
  } catch (error) {
    const shown = error instanceof DomainError && error.kind !== 'missing' && error.kind !== 'busy';
    if (!shown) throw error;
    response.status(error.kind === 'conflict' ? 409 : error.kind === 'refused' ? 403 : 422);
    await ways.again(error);
    return;
  }
  response.redirect(303, ways.to(done));
}

/** Where a receipt stands in the ledger, for the confirmation after a redirect. */
export function doneAt(path: string, outcome: Outcome<unknown>): string {
  return `${path}?done=${outcome.entry.seq}`;
}
