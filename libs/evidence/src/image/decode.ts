import sharp, { type Sharp } from 'sharp';
import { mostPixels } from '../domain/photo-limits.js';
import type { DecodeAnswer, DecodedHeader, DecodeJob, PictureSource } from './decode-job.js';
import { claimsInExif } from './exif.js';

// Decoded pixels are never asked for twice; one job at a time is what the process's memory is planned for.
sharp.cache(false);
sharp.concurrency(1);
const longestSeconds = 20;

/** Answers one job. Runs in the decoding process only: whatever a picture does, it does it there. */
export async function decode(job: DecodeJob): Promise<DecodeAnswer> {
  if (job.kind === 'header') return headerOf(job.picture);
  const failOn = job.kind === 'view' ? 'error' : 'none';
  const image = sharp(job.picture, { failOn, limitInputPixels: mostPixels, sequentialRead: true });
  const steps = job.kind === 'view' ? viewOf(image, job.side) : image.resize(64, 64, { fit: 'inside' }).raw();
  try {
    const bytes = await steps.timeout({ seconds: longestSeconds }).toBuffer();
    return job.kind === 'view' ? { kind: 'view', jpeg: bytes } : { kind: 'shows', shows: true };
  } catch (error) {
    const limit = limitIn(String(error));
    if (limit) return { kind: 'beyond', limit };
    return job.kind === 'view' ? { kind: 'view' } : { kind: 'shows', shows: false };
  }
}

/** Upright, sRGB, without any metadata; the same bytes for the same input and version. */
function viewOf(image: Sharp, side: number): Sharp {
  return image
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82, progressive: false, chromaSubsampling: '4:2:0' });
}

/** No pixel is decoded for it. */
async function headerOf(picture: PictureSource): Promise<DecodeAnswer> {
  const found = await sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (!found) return { kind: 'header' };
  const header: DecodedHeader = {
    format: found.format,
    width: found.width,
    height: found.height,
    frames: found.pages ?? 1,
    claims: await claimsInExif(found.exif),
  };
  return { kind: 'header', header };
}

function limitIn(message: string): 'time' | 'memory' | undefined {
  if (message.includes('timeout')) return 'time';
  return /(out.of|insufficient|not enough).memory|allocate/i.test(message) ? 'memory' : undefined;
}
