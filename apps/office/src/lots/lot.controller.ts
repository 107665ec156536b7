import { Controller, Get, Headers, Param } from '@nestjs/common';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type LotId } from '#kernel';
import { negotiateLanguage } from '#platform';
import { officeMessages } from '../messages.js';
import { LotPresenter } from './lot.presenter.js';

/** One lot: where its goods are, what keeps it out of a batch, and all that happened to it. */
@Controller('api/v1/lots')
export class LotController {
  constructor(private readonly presenter: LotPresenter) {}

  @Get(':id')
  @Permit('lot.read', { kind: 'lot', param: 'id' })
  one(@CurrentActor() actor: Actor, @Param('id') id: string, @Headers('accept-language') languages?: string) {
    const language = negotiateLanguage(languages);
    return this.presenter.one(
      parseId<LotId>(id),
      ({ code, facts }) => officeMessages.say(language, code, facts),
      actor.agency,
    );
  }
}
