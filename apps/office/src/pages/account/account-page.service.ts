import { Injectable } from '@nestjs/common';
import { PasskeyQueries, type PasskeyFacts } from '#identity';
import { formatInstant, type DomainError } from '#kernel';
import type { Response } from 'express';
import { formErrors } from '../shell/form-errors.js';
import { newKey } from '../shell/form-page.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import type { Words } from '../shell/words.js';

/** A form that was refused: which field each error belongs to, and what was typed that is no secret. */
interface Again {
  readonly error: DomainError;
  readonly fieldOf: (pointer: string) => string | undefined;
  readonly passkeyName?: string;
}

/** The page about oneself. */
@Injectable()
export class AccountPage {
  constructor(
    private readonly shell: Shell,
    private readonly passkeys: PasskeyQueries,
  ) {}

  async show(request: PageRequest, response: Response, again?: Again): Promise<void> {
    const words = this.shell.words(request);
    const own = await this.passkeys.of(request.session.actor.person);
    await this.shell.send(request, response, 'account/account', {
      ends: words.time(formatInstant(request.session.endsMs)),
      passkeysPossible: this.passkeys.site !== undefined,
      passkeys: own.map((passkey) => shown(passkey, words)),
      enrolled: queryText(request, 'enrolled'),
      removed: queryText(request, 'removed'),
      key: newKey(),
      passkeyName: again?.passkeyName,
      fields: {},
      ...(again && formErrors(again.error, words, again.fieldOf)),
    });
  }
}

function shown({ credential, name, added, lastUsed, suspected }: PasskeyFacts, words: Words) {
  return {
    credential,
    name,
    suspected,
    added: words.time(added),
    lastUsed: lastUsed && words.time(lastUsed),
  };
}
