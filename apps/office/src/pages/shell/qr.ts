import type { Request } from 'express';
import { encode } from 'uqr';

/** A QR code for a page: modules a side, quiet zone and all, and its dark modules as an SVG path. */
export interface QrShown {
  readonly size: number;
  readonly path: string;
  /** What it says. */
  readonly text: string;
}

/** ISO/IEC 18004, level M, four modules of quiet zone. */
export function qrOf(text: string): QrShown {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')))
    .join('');
  return { size, path, text };
}

/** The address of a page of this site as other devices reach it. */
export function addressOf(request: Request, path: string): string {
  return `${request.protocol}://${request.get('host') ?? 'localhost'}${path}`;
}
