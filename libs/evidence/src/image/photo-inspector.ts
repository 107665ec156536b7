import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { open } from 'node:fs/promises';
import type { DeviceClaims } from '../domain/claims.js';
import {
  isAnimatedPng,
  isPhotoType,
  mediaTypeOf,
  type MediaType,
  type PhotoType,
} from '../domain/media-type.js';
import { assertDecodable, viewSide } from '../domain/photo-limits.js';
import { Decoder } from './decoder.js';
import { cutWebpHeader } from '../domain/webp-header.js';

export interface InspectedPhoto {
  readonly mediaType: PhotoType;
  /** The picture is broken off or spoilt: it is kept as received and has no view. */
  readonly damaged: boolean;
  readonly claims: DeviceClaims;
  /** The re-encoded view; absent where damaged. */
  readonly view?: Buffer;
}

const headBytes = 65_536;
const formatOf: Record<PhotoType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heif',
};

/** Finds out what received bytes are: by magic bytes, header and a full decode, never by what the sender says. */
@Injectable()
export class PhotoInspector {
  constructor(private readonly decoder: Decoder) {}

  /**
   * @param path local file of the received bytes
   * Throws `invalid` `photo.not-an-image`, `photo.too-many-pixels`, `photo.several-frames`, `photo.no-decoder`,
   * `photo.heavy-to-decode`, `busy` `photo.slow-to-decode`.
   */
  async inspect(path: string): Promise<InspectedPhoto> {
    const head = await headOf(path);
    const mediaType = mediaTypeOf(head);
    if (!isPhotoType(mediaType)) throw notAnImage();
    const header = await this.decoder.header(path);
    if (header?.format !== formatOf[mediaType]) return this.cutWebp(head, mediaType);
    assertDecodable({
      width: header.width,
      height: header.height,
      frames: mediaType === 'image/png' && isAnimatedPng(head) ? 2 : header.frames,
    });
    const { claims } = header;
    const view = await this.decoder.view(path, viewSide);
    if (view) return { mediaType, damaged: false, claims, view };
    if (mediaType === 'image/heic') throw new DomainError('invalid', 'photo.no-decoder');
    if (!(await this.decoder.showsSomething(path))) throw notAnImage();
    return { mediaType, damaged: true, claims };
  }

  /** What a document of pictures is: the type by its magic bytes; pictures must have a readable, bounded header. */
  async documentType(path: string): Promise<MediaType> {
    const mediaType = mediaTypeOf(await headOf(path));
    if (mediaType === 'application/pdf') return mediaType;
    if (mediaType !== 'image/jpeg' && mediaType !== 'image/png') throw notADocument();
    const header = await this.decoder.header(path);
    if (header?.format !== formatOf[mediaType]) throw notADocument();
    return mediaType;
  }

  /** The decoder reads nothing of a WebP that is broken off, so its own header has to tell. */
  private cutWebp(head: Buffer, mediaType: PhotoType): InspectedPhoto {
    const cut = mediaType === 'image/webp' ? cutWebpHeader(head) : undefined;
    if (!cut) throw notAnImage();
    assertDecodable({ ...cut, frames: 1 });
    return { mediaType, damaged: true, claims: {} };
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function notAnImage(): DomainError {
  return new DomainError('invalid', 'photo.not-an-image');
}

function notADocument(): DomainError {
  return new DomainError('invalid', 'document.not-a-document');
}
