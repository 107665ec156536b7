import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { OfferService, type OfferAsked } from '#custody';
import { Access, Permit } from '#identity';
import { DomainError, parseId, type LotId, type PersonId, type TransferId } from '#kernel';
import type { Response } from 'express';
import { given } from '../../common/clean.js';
import { OfferDto } from '../../custody/dto/transfer.dto.js';
import { formErrors } from '../shell/form-errors.js';
import { doneAt, formCommand, keyOf, newKey, submit } from '../shell/form-page.js';
import { checked, refuseFields, text, type FormValues } from '../shell/form-values.js';
import type { PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { chosenLots, offerFieldOf, offerRequest } from './offer-form.js';
import { OfferPage } from './offer-page.service.js';

/** Offers goods to a custodian: the form, a page to check it, the entry. */
@ApiExcludeController()
@Controller('transfers/new')
export class OfferPageController {
  constructor(
    private readonly shell: Shell,
    private readonly page: OfferPage,
    private readonly offers: OfferService,
    private readonly access: Access,
  ) {}

  /** `?lot=` (any number) and `?seizure=` say what is ticked at first. */
  @Get()
  @Permit('transfer.offer')
  async form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const values: FormValues = { ...(request.query as FormValues), key: newKey() };
    const lots = chosenLots(values);
    await this.access.require(request.session.actor, 'transfer.offer', 'lot', lots);
    const seizure = text(values, 'seizure');
    if (seizure === '' || lots.length > 0) return this.page.form(request, response, values);
    const ticked = await this.page.ofSeizure(request.session.actor, seizure);
    return this.page.form(request, response, { ...values, lot: ticked.map(({ lot }) => lot) });
  }

  /** `do`: search, check, back to the form, or offer. */
  @Post()
  @HttpCode(200)
  @Permit('transfer.offer')
  async act(
    @Req() request: PageRequest,
    @Res() response: Response,
    @Body() body: FormValues = {},
  ): Promise<void> {
    const values = { ...body, key: keyOf(body) };
    const wish = text(body, 'do');
    if (wish === 'search' || wish === 'edit') return this.page.form(request, response, values);
    if (wish === 'offer') return this.offer(request, response, values);
    try {
      await this.read(request, values);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      response.status(422);
      return this.again(request, response, values, error);
    }
    return this.page.check(request, response, values);
  }

  private offer(request: PageRequest, response: Response, values: FormValues): Promise<void> {
    const act = async () => {
      const asked = await this.read(request, values);
      return this.offers.offer(formCommand(request, values, asked.body), asked.offer);
    };
    return submit(response, act, {
      to: (outcome) => doneAt(`/transfers/${outcome.result.id}`, outcome),
      again: (error) => this.again(request, response, values, error),
    });
  }

  /** The offer's id is the form's key, so that sending it twice offers once. */
  private async read(
    request: PageRequest,
    values: FormValues,
  ): Promise<{ body: OfferDto; offer: OfferAsked }> {
    const { actor } = request.session;
    const chosen = chosenLots(values);
    if (chosen.length === 0) refuseFields([{ pointer: '/lots', code: 'offer.no-lots' }]);
    await this.access.require(actor, 'transfer.offer', 'lot', chosen);
    const id = keyOf(values);
    const wanted = { id, ...offerRequest(values, await this.page.offerable(actor, { lots: chosen })) };
    const body = await checked(OfferDto, wanted);
    const lots = body.lots.map(({ lot, quantity }) => ({
      lot: parseId<LotId>(lot),
      ...(quantity && { quantity }),
    }));
    const offer = {
      id: parseId<TransferId>(id),
      to: parseId<PersonId>(body.to),
      lots,
      ...given(body, 'location'),
    };
    return { body, offer };
  }

  private again(
    request: PageRequest,
    response: Response,
    values: FormValues,
    error: DomainError,
  ): Promise<void> {
    const chosen = chosenLots(values);
    const shown = formErrors(error, this.shell.words(request), (pointer) => offerFieldOf(pointer, chosen));
    return this.page.form(request, response, values, shown);
  }
}
