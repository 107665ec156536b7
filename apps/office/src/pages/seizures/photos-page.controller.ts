import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PhotoService } from '#evidence';
import { Permit } from '#identity';
import { DomainError, parseId, sha256Hex, type LotId, type SeizureId } from '#kernel';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { uploadCommandOf } from '../../evidence/upload-request.js';
import { SeizurePresenter } from '../../seizures/seizure.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { submit } from '../shell/form-page.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { Shell } from '../shell/shell.service.js';
import { filesIn } from '../shell/upload-form.js';

const one = { kind: 'seizure', param: 'id' } as const;

/** Photos of a seizure: one by one with progress, or all at once by a plain form. */
@ApiExcludeController()
@Controller('seizures/:id/photos')
export class PhotosPageController {
  constructor(
    private readonly shell: Shell,
    private readonly seizures: SeizurePresenter,
    private readonly photos: PhotoService,
  ) {}

  @Get()
  @Permit('photo.add', one)
  form(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, id);
  }

  @Post()
  @Permit('photo.add', one)
  send(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return submit(response, () => this.take(request, id), {
      to: (count) => `/seizures/${id}/photos?received=${count}`,
      again: (error) => this.draw(request, response, id, error),
    });
  }

  private async take(request: PageRequest, id: string): Promise<number> {
    const seizure = parseId<SeizureId>(id);
    const { fields, files } = await filesIn(request);
    if (files.length === 0) {
      throw new DomainError('invalid', 'request.invalid', {}, [
        { pointer: '/photos', code: 'photos.none-chosen' },
      ]);
    }
    const lot = fields['lot'] ?? '';
    const target = { seizure, ...(lot !== '' && { lots: [parseId<LotId>(lot, '/lot')] }) };
    for (const bytes of files) {
      const sha256 = sha256Hex(bytes);
      const write = { method: 'PUT', path: `/api/v1/seizures/${id}/photos/${sha256}` };
      const upload = { source: Readable.from([bytes]), declaredSize: bytes.length };
      const command = uploadCommandOf({ actor: request.session.actor, write, sha256, upload }, {});
      await this.photos.add({ photo: { target, sha256, stage: 'seizure' }, upload, command });
    }
    return files.length;
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: string,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const seizure = await this.seizures.one(request.session.actor, parseId<SeizureId>(id));
    await this.shell.send(request, response, 'seizures/photos', {
      seizure,
      person: request.session.actor.person,
      lots: seizure.lots.map(({ id: lot, code, description }) => ({
        value: lot,
        text: `${code} ${description}`,
      })),
      received: queryText(request, 'received'),
      fields: {},
      ...(error && formErrors(error, words, () => 'photos')),
    });
  }
}
