import { DomainError } from '#kernel';
import type { Sha256 } from '#kernel';
import { base64ToHex, fromBase64, fromDecimal, hexToBase64 } from '../notes/strict-text.js';

/** An offline proof that the leaf `index` stands under a checkpoint (C2SP tlog-proof). */
export interface TlogProof {
  /** Opaque and not authenticated by itself. This log puts the entry's exact bytes here. */
  readonly extra?: Uint8Array;
  readonly index: number;
  /** Inclusion path, hex, from the leaf's sibling up. */
  readonly path: readonly Sha256[];
  /** The signed note, verbatim. */
  readonly checkpoint: string;
}

export const tlogProofHeader = 'c2sp.org/tlog-proof@v1';

// An entry is far smaller; the bound keeps a hostile file from costing more than reading it.
const longestProof = 8_000_000;
const longestPath = 54;

/** Writes a proof; hashes must be hex and the index a safe integer, else `invalid` `proof.malformed`. */
export function formatTlogProof({ extra, index, path, checkpoint }: TlogProof): string {
  if (!Number.isSafeInteger(index) || index < 0 || path.length > longestPath) return malformed();
  const lines = [
    tlogProofHeader,
    ...(extra === undefined ? [] : [`extra ${Buffer.from(extra).toString('base64')}`]),
    `index ${String(index)}`,
    ...path.map(hexToBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

/** Reads a proof strictly and checks nothing else; throws `invalid` `proof.malformed`. */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n');
  if (end < 0 || text.length > longestProof) return malformed();
  const lines = text.slice(0, end).split('\n');
  if (lines.shift() !== tlogProofHeader) return malformed();
  const extra = readField(lines, 'extra');
  const index = fromDecimal(readField(lines, 'index') ?? '');
  const bytes = extra === undefined ? undefined : fromBase64(extra);
  if (index === undefined || lines.length > longestPath) return malformed();
  if (extra !== undefined && bytes === undefined) return malformed();
  const path = lines.map((line) => base64ToHex(line) ?? malformed()) as Sha256[];
  return { ...(bytes && { extra: bytes }), index, path, checkpoint: text.slice(end + 2) };
}

/** Takes the first line if it has this name, and gives what follows the space. */
function readField(lines: string[], name: string): string | undefined {
  if (lines[0]?.startsWith(`${name} `) !== true) return undefined;
  return lines.shift()!.slice(name.length + 1);
}

function malformed(): never {
  throw new DomainError('invalid', 'proof.malformed');
}
