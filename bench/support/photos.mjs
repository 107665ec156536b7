import { createHash, randomBytes } from 'node:crypto';
import sharp from 'sharp';

const [width, height] = [4032, 3024];

/**
 * Photos as phones make them: 12 megapixels, about 3.5 MB of JPEG. Few are drawn and all differ: a comment of random
 * bytes stands in each (a segment `COM` right behind the start, ISO/IEC 10918-1 B.2.4.5). Gives bytes and their hash.
 */
export async function makePhotos(count, drawn = 4) {
  sharp.concurrency(1);
  sharp.cache(false);
  const pictures = [];
  for (let i = 0; i < drawn; i += 1) {
    const grain = await sharp(randomBytes(1344 * 1008 * 3), {
      raw: { width: 1344, height: 1008, channels: 3 },
    })
      .resize(width, height, { kernel: 'cubic' })
      .blur(0.6)
      .modulate({ saturation: 0.4 })
      .jpeg({ quality: 79 })
      .toBuffer();
    pictures.push(grain);
  }
  return Array.from({ length: count }, (_, i) => named(marked(pictures[i % drawn])));
}

function marked(jpeg) {
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 34]), randomBytes(32)]);
  return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
}

/** Bytes under the name by which they are sent: senders know it before they send. */
export function named(bytes) {
  return { bytes, name: createHash('sha256').update(bytes).digest('hex') };
}
