import { DomainError } from '#kernel';

const mebibyte = 1_048_576;
/** Photos and documents alike (evidence.md: 25 MB), in bytes. */
export const uploadLimit = 25 * mebibyte;
export const mostPixels = 100_000_000;
export const mostPixelsPerSide = 20_000;
/** Up to this size every picture that is whole can be decoded within the decoder's limits, so that may wait. */
const mostPixelsToWait = 25_000_000;

export interface PictureHeader {
  readonly width: number;
  readonly height: number;
  readonly frames: number;
}

/**
 * Refuses by the header alone, before a pixel is decoded. Throws `invalid` `photo.too-many-pixels`,
 * `photo.several-frames`.
 */
export function assertDecodable({ width, height, frames }: PictureHeader): void {
  if (width > mostPixelsPerSide || height > mostPixelsPerSide || width * height > mostPixels) {
    throw new DomainError('invalid', 'photo.too-many-pixels', {
      width: String(width),
      height: String(height),
      side: String(mostPixelsPerSide),
      megapixels: String(mostPixels / 1_000_000),
    });
  }
  if (frames > 1) throw new DomainError('invalid', 'photo.several-frames');
}

/** Longest side of what people see, in pixels. */
export const viewSide = 2048;
/** Longest side of a thumbnail, in pixels. */
export const thumbnailSide = 640;

/** Whether the full decode of a picture may follow its acknowledgement. */
export function mayWait({ width, height }: PictureHeader): boolean {
  return width * height <= mostPixelsToWait;
}
