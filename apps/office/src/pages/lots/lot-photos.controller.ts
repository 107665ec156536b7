import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PhotoService } from '#evidence';
import { Permit } from '#identity';
import { parseId, sha256Hex, type DomainError, type LotId } from '#kernel';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { uploadCommandOf } from '../../evidence/upload-request.js';
import { LotPresenter, type Say } from '../../lots/lot.presenter.js';
import { formErrors } from '../shell/form-errors.js';
import { submit } from '../shell/form-page.js';
import { refuseFields } from '../shell/form-values.js';
import { may } from '../shell/navigation.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { Shell } from '../shell/shell.service.js';
import { filesIn } from '../shell/upload-form.js';

const one = { kind: 'lot', param: 'id' } as const;
/** Photos of the destruction belong to its event. */
const stages = ['seizure', 'custody', 'staging'] as const;

/** All photos of a lot; more of them, such as of a broken seal when goods are received. */
@ApiExcludeController()
@Controller('lots/:id/photos')
export class LotPhotosController {
  constructor(
    private readonly shell: Shell,
    private readonly lots: LotPresenter,
    private readonly photos: PhotoService,
  ) {}

  @Get()
  @Permit('lot.read', one)
  show(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, parseId<LotId>(id));
  }

  @Post()
  @Permit('photo.add', one)
  send(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const lot = parseId<LotId>(id);
    return submit(response, () => this.take(request, lot), {
      to: (count) => `/lots/${lot}/photos?received=${String(count)}`,
      again: (error) => this.draw(request, response, lot, error),
    });
  }

  private async take(request: PageRequest, lot: LotId): Promise<number> {
    const { fields, files } = await filesIn(request);
    const stage = stages.find((known) => known === fields['stage']);
    if (!stage) refuseFields([{ pointer: '/stage', code: 'form.choose' }]);
    if (files.length === 0) refuseFields([{ pointer: '/photos', code: 'photos.none-chosen' }]);
    for (const bytes of files) {
      const sha256 = sha256Hex(bytes);
      const write = { method: 'PUT', path: `/api/v1/lots/${lot}/photos/${sha256}` };
      const upload = { source: Readable.from([bytes]), declaredSize: bytes.length };
      const command = uploadCommandOf({ actor: request.session.actor, write, sha256, upload }, {});
      await this.photos.add({ photo: { target: { lot }, sha256, stage: stage! }, upload, command });
    }
    return files.length;
  }

  private async draw(
    request: PageRequest,
    response: Response,
    id: LotId,
    error?: DomainError,
  ): Promise<void> {
    const words = this.shell.words(request);
    const { actor } = request.session;
    const say: Say = ({ code, facts }) => words.t(code, facts);
    const lot = await this.lots.one(id, say, actor.agency);
    const usual = actor.roles.includes('custodian') ? 'custody' : 'seizure';
    const asked = queryText(request, 'stage') ?? usual;
    await this.shell.send(request, response, 'lots/lot-photos', {
      lot,
      photos: photoTiles(lot.photos, words),
      mayAdd: may(actor, 'photo.add'),
      stages: stages.map((stage) => ({
        value: stage,
        text: words.t(`stage.${stage}`),
        checked: stage === asked,
      })),
      received: queryText(request, 'received'),
      fields: {},
      ...(error && formErrors(error, words, (pointer) => (pointer === '/stage' ? 'stage' : 'photos'))),
    });
  }
}
