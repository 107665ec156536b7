import { Controller, Get, Head, Param, Put, Query, Res } from '@nestjs/common';
import { EventQueries } from '#destruction';
import { EvidenceReader, PhotoService, type PhotoOf, type PhotoTarget } from '#evidence';
import { CurrentActor, Permit, type Actor } from '#identity';
import { DomainError, parseId, type EventId, type LotId, type SeizureId } from '#kernel';
import { toInstant, type Tx } from '#platform';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { EventPhotoQuery, LotPhotoQuery, ReasonQuery, SeizurePhotoQuery } from './dto/evidence.dto.js';
import { hashIn, RawUpload, uploadCommandOf, type UploadRequest } from './upload-request.js';
import { sendExists, sendOriginal, sendView } from './send-evidence.js';

/** Photos: raw bytes in; views without metadata, and originals for a reason, out. */
@Controller('api/v1')
export class PhotosController {
  constructor(
    private readonly photos: PhotoService,
    private readonly reader: EvidenceReader,
    private readonly events: EventQueries,
  ) {}

  @Put('lots/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'lot', param: 'id' })
  ofLot(
    @RawUpload() request: UploadRequest,
    @Param('id') id: string,
    @Query() query: LotPhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.add(request, { lot: parseId<LotId>(id) }, query, response);
  }

  @Put('seizures/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'seizure', param: 'id' })
  ofSeizure(
    @RawUpload() request: UploadRequest,
    @Param('id') id: string,
    @Query() query: SeizurePhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.add(request, seizureTarget(id, query), query, response);
  }

  @Put('events/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'event', param: 'id' })
  ofEvent(
    @RawUpload() request: UploadRequest,
    @Param('id') id: string,
    @Query() query: EventPhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.add(request, eventTarget(id, query), query, response);
  }

  @Head('lots/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'lot', param: 'id' })
  isOfLot(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Query() { stage }: LotPhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    return this.tell({ target: { lot: parseId<LotId>(id) }, sha256: hashIn(sha256), stage }, response);
  }

  @Head('seizures/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'seizure', param: 'id' })
  isOfSeizure(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Query() query: SeizurePhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    const target = seizureTarget(id, query);
    return this.tell({ target, sha256: hashIn(sha256), stage: query.stage }, response);
  }

  @Head('events/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'event', param: 'id' })
  isOfEvent(
    @Param('id') id: string,
    @Param('sha256') sha256: string,
    @Query() query: EventPhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    const target = eventTarget(id, query);
    return this.tell({ target, sha256: hashIn(sha256), stage: query.stage }, response);
  }

  @Get('photos/:sha256/view')
  @Permit('photo.read')
  async view(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    sendView(response, await this.reader.view(actor, hashIn(sha256)));
  }

  @Head('photos/:sha256')
  @Permit('photo.read')
  async exists(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Res() response: Response,
  ): Promise<void> {
    sendExists(response, await this.reader.exists(actor, 'photo', hashIn(sha256)));
  }

  @Get('photos/:sha256')
  @Permit('photo.read')
  async original(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Query() { reason }: ReasonQuery,
    @Res() response: Response,
  ): Promise<void> {
    await sendOriginal(response, this.reader, actor, { kind: 'photo', sha256: hashIn(sha256), reason });
  }

  /** Before sending: 200 where this very photo is recorded and there, 404 where it is to be sent. */
  private async tell(photo: PhotoOf, response: Response): Promise<void> {
    if (!(await this.photos.has(photo))) throw new DomainError('missing', 'photo.not-added');
    response.status(200).end();
  }

  private async add(
    request: UploadRequest,
    target: PhotoTarget,
    query: LotPhotoQuery | EventPhotoQuery,
    response: Response,
  ): Promise<void> {
    const { stage, taken } = query;
    const photo = {
      target,
      sha256: request.sha256,
      stage,
      ...(taken !== undefined && { taken: toInstant(taken) }),
    };
    const command = uploadCommandOf(request, query);
    const allowed = (tx: Tx) =>
      'event' in target ? this.events.requireRunning(tx, target.event) : Promise.resolve();
    answer(response, await this.photos.add({ photo, upload: request.upload, command, allowed }));
  }
}

function seizureTarget(id: string, { lots: named }: SeizurePhotoQuery): PhotoTarget {
  const lots = named?.split(',').map((lot) => parseId<LotId>(lot, '/lots'));
  return { seizure: parseId<SeizureId>(id), ...(lots && { lots }) };
}

function eventTarget(id: string, { site }: EventPhotoQuery): PhotoTarget {
  return { event: parseId<EventId>(id), ...(site !== undefined && { site }) };
}
