import exifr from 'exifr';
import { claimsOf, type DeviceClaims } from '../domain/claims.js';

const mostBytes = 262_144;

/**
 * The claims in an EXIF block, as the decoder's header gives it (`Exif\0\0` + TIFF); none where it can't be read:
 * a broken claim is no reason to refuse evidence.
 */
export async function claimsInExif(block: Buffer | undefined): Promise<DeviceClaims> {
  if (!block || block.length > mostBytes) return {};
  const tiff = block.subarray(0, 4).toString('latin1') === 'Exif' ? block.subarray(6) : block;
  try {
    const raw: unknown = await exifr.parse(tiff, {
      tiff: true,
      ifd0: {},
      exif: true,
      gps: true,
      reviveValues: false,
      translateValues: false,
    });
    return claimsOf((raw ?? {}) as Record<string, unknown>);
  } catch {
    return {};
  }
}
