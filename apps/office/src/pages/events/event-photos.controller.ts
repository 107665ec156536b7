import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PhotoService } from '#evidence';
import { Permit } from '#identity';
import { parseId, sha256Hex, type DomainError, type EventId } from '#kernel';
import type { Response } from 'express';
import { Readable } from 'node:stream';
import { uploadCommandOf } from '../../evidence/upload-request.js';
import { formErrors } from '../shell/form-errors.js';
import { submit } from '../shell/form-page.js';
import { refuseFields } from '../shell/form-values.js';
import { queryText, type PageRequest } from '../shell/page-request.js';
import { photoTiles } from '../shell/photo-tiles.js';
import { Shell } from '../shell/shell.service.js';
import { filesIn } from '../shell/upload-form.js';
import { EventPage } from './event-page.service.js';

const one = { kind: 'event', param: 'id' } as const;
const stages = ['before', 'during', 'after'] as const;
type Stage = (typeof stages)[number];

/** Photos of the site before, during and after: by the camera of a phone, or as files. */
@ApiExcludeController()
@Controller('events/:id/photos')
export class EventPhotosController {
  constructor(
    private readonly shell: Shell,
    private readonly event: EventPage,
    private readonly photos: PhotoService,
  ) {}

  @Get()
  @Permit('photo.add', one)
  form(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    return this.draw(request, response, parseId<EventId>(id));
  }

  @Post()
  @Permit('photo.add', one)
  send(@Req() request: PageRequest, @Res() response: Response, @Param('id') id: string): Promise<void> {
    const event = parseId<EventId>(id);
    return submit(response, () => this.take(request, event), {
      to: (count) => `/events/${event}/photos?received=${count}`,
      again: (error) => this.draw(request, response, event, error),
    });
  }

  private async take(request: PageRequest, event: EventId): Promise<number> {
    const { fields, files } = await filesIn(request);
    const stage = stages.find((known) => known === fields['stage']);
    if (!stage) refuseFields([{ pointer: '/stage', code: 'form.choose' }]);
    if (files.length === 0) refuseFields([{ pointer: '/photos', code: 'photos.none-chosen' }]);
    const { site } = await this.event.load(request, event);
    for (const bytes of files) {
      const sha256 = sha256Hex(bytes);
      const write = { method: 'PUT', path: `/api/v1/events/${event}/photos/${sha256}` };
      const upload = { source: Readable.from([bytes]), declaredSize: bytes.length };
      const command = uploadCommandOf({ actor: request.session.actor, write, sha256, upload }, {});
      await this.photos.add({ photo: { target: { event, site }, sha256, stage: stage! }, upload, command });
    }
    return files.length;
  }

  private async draw(request: PageRequest, response: Response, id: EventId, error?: DomainError) {
    const words = this.shell.words(request);
    const event = await this.event.load(request, id);
    const has = (stage: Stage) =>
      event.photos.filter((photo) => photo.stage === stage && !photo.damaged).length;
    const asked = queryText(request, 'stage');
    const first =
      stages.find((stage) => stage === asked) ?? stages.find((stage) => has(stage) === 0) ?? 'after';
    await this.shell.send(request, response, 'events/photos', {
      event,
      site: await this.event.siteOf(event),
      stages: stages.map((stage) => ({
        value: stage,
        text: words.t('photos.stage-count', { stage: words.t(`stage.${stage}`), count: has(stage) }),
        checked: stage === first,
      })),
      photos: photoTiles(event.photos, words),
      received: queryText(request, 'received'),
      fields: {},
      ...(error && formErrors(error, words, (pointer) => (pointer === '/stage' ? 'stage' : 'photos'))),
    });
  }
}
