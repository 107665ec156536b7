import sharp from 'sharp';
import type { Sha256 } from '#kernel';
import type { Photo } from '../../libs/certificates/src/domain/certificate-content.js';

/** A plain JPEG picture for each photo, every one in a colour of its own. */
export async function thumbnailsOf(photos: readonly Photo[]): Promise<Map<Sha256, Uint8Array>> {
  const pairs = photos.map(async ({ sha256 }): Promise<[Sha256, Uint8Array]> => {
    const [r = 0, g = 0, b = 0] = Buffer.from(sha256, 'hex');
    const flat = sharp({ create: { width: 480, height: 320, channels: 3, background: { r, g, b } } });
    return [sha256, new Uint8Array(await flat.jpeg({ quality: 70 }).toBuffer())];
  });
  return new Map(await Promise.all(pairs));
}
