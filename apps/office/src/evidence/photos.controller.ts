import { Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { EvidenceReader, PhotoService, type PhotoTarget } from '#evidence';
import { CurrentActor, Permit, type Actor } from '#identity';
import { parseId, type EventId, type LotId, type SeizureId } from '#kernel';
import { toInstant } from '#platform';
import type { Response } from 'express';
import { answer } from '../common/answer.js';
import { EventPhotoQuery, LotPhotoQuery, ReasonQuery, SeizurePhotoQuery } from './dto/evidence.dto.js';
import { hashIn, RawUpload, uploadCommandOf, type UploadRequest } from './upload-request.js';
import { sendAttachment, sendView } from './send-evidence.js';

/** Photos: raw bytes in; views without metadata, and originals for a reason, out. */
@Controller('api/v1')
export class PhotosController {
  constructor(
    private readonly photos: PhotoService,
    private readonly reader: EvidenceReader,
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
    const lots = query.lots?.split(',').map((lot) => parseId<LotId>(lot, '/lots'));
    return this.add(request, { seizure: parseId<SeizureId>(id), ...(lots && { lots }) }, query, response);
  }

  @Put('events/:id/photos/:sha256')
  @Permit('photo.add', { kind: 'event', param: 'id' })
  ofEvent(
    @RawUpload() request: UploadRequest,
    @Param('id') id: string,
    @Query() query: EventPhotoQuery,
    @Res() response: Response,
  ): Promise<void> {
    const site = query.site === undefined ? {} : { site: query.site };
    return this.add(request, { event: parseId<EventId>(id), ...site }, query, response);
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

  @Get('photos/:sha256')
  @Permit('photo.read')
  async original(
    @CurrentActor() actor: Actor,
    @Param('sha256') sha256: string,
    @Query() { reason }: ReasonQuery,
    @Res() response: Response,
  ): Promise<void> {
    const hash = hashIn(sha256);
    await sendAttachment(
      response,
      hash,
      await this.reader.original(actor, { kind: 'photo', sha256: hash, reason }),
    );
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
    answer(response, await this.photos.add({ photo, upload: request.upload, command }));
  }
}
