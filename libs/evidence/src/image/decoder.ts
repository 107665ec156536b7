import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { mostPixels } from '../domain/photo-limits.js';
import { Turnstile } from './turnstile.js';

// Decoded pixels are never asked for twice, and two decoders at once are what the machine's memory is planned for.
sharp.cache(false);
sharp.concurrency(1);
const decodersAtOnce = 2;
const longestSeconds = 20;

type Picture = string | Buffer;

/** The one place that decodes pictures of strangers: outside of the event loop, few at once, limited in pixels and time. */
@Injectable()
export class Decoder {
  private readonly turnstile = new Turnstile(decodersAtOnce);

  /** What the header says; undefined where it can't be read. No pixel is decoded. */
  async header(picture: Picture): Promise<Metadata | undefined> {
    return sharp(picture, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
  }

  /**
   * The picture that people see: upright, sRGB, JPEG, at most `longestSide` pixels, without any metadata; the same
   * bytes for the same input and version. Undefined where the picture is broken.
   */
  async view(picture: Picture, longestSide: number): Promise<Buffer | undefined> {
    return this.decode(picture, 'error', (image) =>
      image
        .autoOrient()
        .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 82, progressive: false, chromaSubsampling: '4:2:0' }),
    );
  }

  /** True where at least a part of a broken picture shows something. */
  async showsSomething(picture: Picture): Promise<boolean> {
    const shown = await this.decode(picture, 'none', (image) =>
      image.resize(64, 64, { fit: 'inside' }).raw(),
    );
    return shown !== undefined;
  }

  private async decode(
    picture: Picture,
    failOn: 'none' | 'error',
    steps: (image: Sharp) => Sharp,
  ): Promise<Buffer | undefined> {
    const image = sharp(picture, { failOn, limitInputPixels: mostPixels, sequentialRead: true });
    const limited = steps(image).timeout({ seconds: longestSeconds });
    try {
      return await this.turnstile.run(() => limited.toBuffer());
    } catch (error) {
      // A picture that takes too long is not broken: saying "damaged" of it would be a lie in the ledger.
      if (String(error).includes('timeout')) throw new DomainError('busy', 'photo.slow-to-decode');
      return undefined;
    }
  }
}
