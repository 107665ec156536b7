import { sha256Hex, type Json, type LotId, type Sha256 } from '#kernel';
import { canonicalBytes } from '#merkle';
import { resultOf, type EventLine } from './event.js';

/** A line as witnesses bind it. */
export interface SeenLine {
  readonly lot: LotId;
  readonly staged: string;
  readonly destroyed: string;
  readonly returned: string;
  readonly missing: string;
  readonly unit: string;
  readonly netKg?: string;
}

/** The lines that have a result, as witnesses bind them, in the order of lot ids. */
export function seenLines(lines: readonly EventLine[]): SeenLine[] {
  return [...lines]
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .flatMap((line): SeenLine[] => {
      const result = resultOf(line);
      if (!result || line.staged === undefined) return [];
      const { destroyed, returned, missing, netKg } = result;
      const { lot, staged, unit } = line;
      return [{ lot, staged, destroyed, returned, missing, unit, ...(netKg !== undefined && { netKg }) }];
    });
}

/**
 * What a witness signs: SHA-256 over the JCS form (RFC 8785) of the recorded lines
 * `[{lot, staged, destroyed, returned, missing, unit, netKg?}]`, sorted by lot. Reasons may be reworded without
 * voiding what was seen; figures may not.
 */
export function linesHash(lines: readonly EventLine[]): Sha256 {
  return sha256Hex(canonicalBytes(seenLines(lines) as unknown as Json));
}
