import { createHash } from 'node:crypto';
import sharp from 'sharp';

/** Letters as 5 x 7 dots: drawn as shapes, so that the picture needs no font of the machine. */
const letters: Record<string, readonly string[]> = {
  D: ['11110', '10001', '10001', '10001', '10001', '10001', '11110'],
  E: ['11111', '10000', '10000', '11110', '10000', '10000', '11111'],
  M: ['10001', '11011', '10101', '10101', '10001', '10001', '10001'],
  O: ['01110', '10001', '10001', '10001', '10001', '10001', '01110'],
};

export interface DemoPhoto {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** A generated picture that says DEMO; its colours and bars come from `about`, so each subject has its own. */
export async function demoPhoto(about: string): Promise<DemoPhoto> {
  const seed = createHash('sha256').update(about).digest();
  const hue = (at: number) =>
    `hsl(${String(Math.round((seed[at]! / 255) * 360))} 30% ${String(35 + (seed[at + 1]! % 30))}%)`;
  const boxes = Array.from({ length: 9 }, (_, i) => {
    const x = 60 + (i % 3) * 240 + (seed[i]! % 30);
    const y = 300 + Math.floor(i / 3) * 90;
    return `<rect x="${String(x)}" y="${String(y)}" width="200" height="76" rx="4" fill="${hue(i)}" stroke="#333"/>`;
  });
  const word = [...'DEMO'].flatMap((letter, i) => dots(letters[letter]!, 150 + i * 130, 90));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="${hue(20)}"/>
    <rect y="280" width="800" height="320" fill="#d9d4c8"/>${boxes.join('')}${word.join('')}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function dots(rows: readonly string[], left: number, top: number): string[] {
  return rows.flatMap((row, y) =>
    [...row].flatMap((dot, x) =>
      dot === '1'
        ? [
            `<rect x="${String(left + x * 22)}" y="${String(top + y * 22)}" width="20" height="20" fill="#fff"/>`,
          ]
        : [],
    ),
  );
}
