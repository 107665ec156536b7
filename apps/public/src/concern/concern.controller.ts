import { Controller, Get, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { DomainError, isUuid, newId, type FieldError } from '#kernel';
import { chosenLanguage } from '#platform';
import { ConcernBox, concernLimits, isConcernReference, readConcern } from '#published';
import type { Request, Response } from 'express';
import { Footer } from '../common/footer.js';
import { Pages } from '../common/pages.js';
import { concernLimit } from './concern-limit.js';
import { requireOwnSite } from './own-site.js';

type Typed = Readonly<Record<'key' | 'about' | 'body' | 'contact', string>>;
const longestEcho = 4000;

/** Report a concern: goes to the agency that is named, never public. No session, so nobody's rights can be borrowed. */
@Controller('concern')
export class ConcernController {
  constructor(
    private readonly box: ConcernBox,
    private readonly pages: Pages,
    private readonly footer: Footer,
  ) {}

  @Get()
  async form(
    @Query('about') about: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const typed = {
      key: newId<string>(),
      about: textOf(about).slice(0, concernLimits.about),
      body: '',
      contact: '',
    };
    await this.show(request, response, typed);
  }

  @Post()
  @UseGuards(ThrottlerGuard)
  @Throttle({ default: { limit: concernLimit, ttl: 3_600_000 } })
  async report(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireOwnSite(request);
    const typed = typedIn(request.body);
    const language = this.pages.language(request);
    try {
      const concern = readConcern(isUuid(typed.key) ? typed.key : newId(), { ...typed, language });
      if (!(await this.box.put(concern))) throw new DomainError('busy', 'concern.full');
      const chosen = chosenLanguage(request);
      response.redirect(303, `/concern/${concern.reference}${chosen ? `?lang=${chosen}` : ''}`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'missing') throw error;
      response.status(error.kind === 'busy' ? 503 : 422);
      await this.show(request, response, typed, error);
    }
  }

  /** Says that it arrived; reads nothing, since this site can't. */
  @Get(':reference')
  async received(@Req() request: Request, @Res() response: Response): Promise<void> {
    const reference = request.path.split('/')[2] ?? '';
    if (!isConcernReference(reference)) throw new DomainError('missing', 'concern.unknown');
    this.pages.render(request, response, 'concern-received', {
      ...{ reference, footer: await this.footer.model() },
    });
  }

  private async show(request: Request, response: Response, typed: Typed, error?: DomainError): Promise<void> {
    // Each form has its own key, and one that was refused has what was typed.
    response.setHeader('Cache-Control', 'no-store');
    const say = this.pages.say(request);
    const line = ({ pointer, code, facts }: FieldError) => ({
      field: pointer.slice(1),
      text: say(code, { ...facts }),
    });
    const errors = error?.fields.map(line) ?? [];
    this.pages.render(request, response, 'concern', {
      ...{ typed, errors, limits: concernLimits, footer: await this.footer.model() },
      problem: error && errors.length === 0 ? say(error.code, { ...error.facts }) : undefined,
      fields: Object.fromEntries(errors.map(({ field, text }) => [field, text])),
    });
  }
}

function typedIn(body: unknown): Typed {
  const values = (body ?? {}) as Readonly<Record<string, unknown>>;
  const [key, about, text, contact] = ['key', 'about', 'body', 'contact'].map((name) =>
    textOf(values[name]).slice(0, longestEcho),
  ) as [string, string, string, string];
  return { key: key.toLowerCase(), about, body: text, contact };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
