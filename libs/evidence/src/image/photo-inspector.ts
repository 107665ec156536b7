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
import { assertDecodable, mayWait, viewSide } from '../domain/photo-limits.js';
import { cutWebpHeader } from '../domain/webp-header.js';
import { endsWhole } from '../domain/whole-file.js';
import { Decoder } from './decoder.js';

export interface InspectedPhoto {
  readonly mediaType: PhotoType;
  /** The picture is broken off or spoilt: it is kept as received and has no view. */
  readonly damaged: boolean;
  readonly claims: DeviceClaims;
  /** The re-encoded view; absent where damaged or not decoded yet. */
  readonly view?: Buffer;
  /** False where the full decode is still to come: the header and the end of the file are right. */
  readonly decoded: boolean;
}

const headBytes = 65_536;
const tailBytes = 64;
const formatOf: Record<PhotoType, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heif',
};

/**
 * Finds out what received bytes are: by magic bytes, header and a full decode, never by what the sender says. Where
 * header and end leave no doubt that a picture of bounded size came whole, the decode may follow later.
 */
@Injectable()
export class PhotoInspector {
  constructor(private readonly decoder: Decoder) {}

  /**
   * @param path local file of the received bytes
   * Throws `invalid` `photo.not-an-image`, `photo.too-many-pixels`, `photo.several-frames`, `photo.no-decoder`,
   * `photo.heavy-to-decode`, `busy` `photo.slow-to-decode`.
   */
  async inspect(path: string): Promise<InspectedPhoto> {
    const { head, tail } = await endsOf(path);
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
    if (mayWait(header) && endsWhole(mediaType, tail)) {
      return { mediaType, damaged: false, claims, decoded: false };
    }
    const view = await this.decoder.view(path, viewSide);
    if (view) return { mediaType, damaged: false, claims, view, decoded: true };
    if (mediaType === 'image/heic') throw new DomainError('invalid', 'photo.no-decoder');
    if (!(await this.decoder.showsSomething(path))) throw notAnImage();
    return { mediaType, damaged: true, claims, decoded: true };
  }

  /** What a document of pictures is: the type by its magic bytes; pictures must have a readable, bounded header. */
  async documentType(path: string): Promise<MediaType> {
    const mediaType = mediaTypeOf((await endsOf(path)).head);
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
    return { mediaType, damaged: true, claims: {}, decoded: true };
  }
}

/** The first and the last bytes of a file. */
async function endsOf(path: string): Promise<{ readonly head: Buffer; readonly tail: Buffer }> {
  const file = await open(path, 'r');
  const part = async (length: number, from: number) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
    return buffer.subarray(0, bytesRead);
  };
  try {
    const { size } = await file.stat();
    const head = await part(headBytes, 0);
    return { head, tail: await part(tailBytes, Math.max(0, size - tailBytes)) };
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
