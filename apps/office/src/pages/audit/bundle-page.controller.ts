import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permit } from '#identity';
import { DomainError } from '#kernel';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BundleQueries } from '../../audit/bundle.queries.js';
import { BundleService } from '../../audit/bundle.service.js';
import { BundleQuery } from '../../audit/dto/bundle.dto.js';
import { Directory } from '../../common/directory.js';
import { formErrors } from '../shell/form-errors.js';
import { checked, instantIn, optionalText } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { ExceptionQueries } from './exceptions.queries.js';

const names = ['from', 'to', 'agency', 'case'] as const;
const fieldOf = (pointer: string) => names.find((name) => pointer === `/${name}`);

/** Which part of the ledger to take along, and who took which part before. */
@ApiExcludeController()
@Controller('audit/bundle')
export class BundlePageController {
  constructor(
    private readonly shell: Shell,
    private readonly bundles: BundleService,
    private readonly queries: BundleQueries,
    private readonly people: Directory,
    private readonly exceptions: ExceptionQueries,
  ) {}

  @Get()
  @Permit('audit.read')
  form(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    // A case file leads here with its case.
    return this.draw(request, response, { values: { case: queryText(request, 'case') ?? '' } });
  }

  /** The ZIP of what the form asks for; the form again where that can't be. */
  @Get('file')
  @Permit('audit.read')
  async file(@Req() request: PageRequest, @Res() response: Response): Promise<void> {
    const typed = Object.fromEntries(names.map((name) => [name, queryText(request, name) ?? '']));
    let bundle;
    try {
      const asked = await checked(BundleQuery, {
        ...optionalText('from', momentIn(typed['from'] ?? '')),
        ...optionalText('to', momentIn(typed['to'] ?? '')),
        ...optionalText('agency', typed['agency'] ?? ''),
        ...optionalText('case', typed['case'] ?? ''),
      });
      bundle = await this.bundles.make(request.session.actor, asked);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
      response.status(422);
      await this.draw(request, response, {
        values: typed,
        ...formErrors(error, this.shell.words(request), fieldOf),
      });
      return;
    }
    response.setHeader('Content-Type', 'application/zip');
    response.setHeader('Content-Disposition', `attachment; filename="${bundle.name}.zip"`);
    response.setHeader('Cache-Control', 'no-store');
    await pipeline(Readable.from(bundle.bytes), response);
  }

  private async draw(request: PageRequest, response: Response, model: object): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const taken = await this.queries.taken(actor.agency);
    const named = await this.people.persons(
      undefined,
      taken.map(({ person }) => person),
    );
    await this.shell.send(request, response, 'audit/bundle', {
      values: {},
      fields: {},
      agencies: await this.exceptions.agencyChoices(actor, words.name),
      taken: taken.map(({ person, at, scope, size }) => ({
        who: named(person).name,
        when: words.time(at),
        what: Object.values(scope).join(' · ') || words.t('admin.whole'),
        size,
      })),
      ...model,
    });
  }
}

/** A day alone means its beginning. */
function momentIn(typed: string): string {
  return instantIn(/^\d{4}-\d\d-\d\d$/.test(typed) ? `${typed} 00:00` : typed);
}
