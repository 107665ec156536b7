import { Controller, Get, Param, Res } from '@nestjs/common';
import { DomainError, isSha256 } from '#kernel';
import { PublishedPhotos } from '#published';
import type { Response } from 'express';

/** Pictures of released reports, by the hash of their bytes. */
@Controller('photos')
export class PhotosController {
  constructor(private readonly photos: PublishedPhotos) {}

  @Get(':file')
  async picture(@Param('file') file: string, @Res() response: Response): Promise<void> {
    const [, sha256 = ''] = /^([0-9a-f]{64})\.jpg$/.exec(file) ?? [];
    const picture = isSha256(sha256) ? await this.photos.picture(sha256) : undefined;
    if (!picture) throw new DomainError('missing', 'page.no-photo');
    // A withdrawn picture has to be gone soon, although its bytes never change.
    response.setHeader('Cache-Control', 'public, max-age=300');
    response.setHeader('Content-Type', 'image/jpeg');
    response.end(picture);
  }
}
