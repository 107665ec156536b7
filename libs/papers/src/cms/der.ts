/** One DER value: `[start, end)` of the whole, `body` where its contents begin. */
export interface Der {
  readonly tag: number;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

const maxDepth = 24;
const constructed = 0x20;

/**
 * Reads the header of the value at `start` (X.690): one-byte tags, definite lengths in their shortest form.
 * Gives undefined for everything else and for values that reach beyond `limit`.
 */
export function derAt(bytes: Uint8Array, start: number, limit: number): Der | undefined {
  if (start + 2 > limit || (bytes[start]! & 0x1f) === 0x1f) return undefined;
  const first = bytes[start + 1]!;
  const size = first < 0x80 ? 0 : first - 0x80;
  const body = start + 2 + size;
  if (first === 0x80 || size > 4 || body > limit) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < size; index++) length = length * 256 + bytes[start + 2 + index]!;
  if (size > 0 && (length < 0x80 || bytes[start + 2] === 0)) return undefined;
  return body + length > limit ? undefined : { tag: bytes[start]!, start, body, end: body + length };
}

/** The values inside of a constructed one; undefined when they do not fill it exactly. */
export function derChildren(bytes: Uint8Array, parent: Der): readonly Der[] | undefined {
  const children: Der[] = [];
  for (let at = parent.body; at < parent.end; at = children.at(-1)!.end) {
    const child = derAt(bytes, at, parent.end);
    if (!child) return undefined;
    children.push(child);
  }
  return children;
}

/** True when the value and all that is inside are well-formed and nested at most 24 deep. */
export function isWellFormed(bytes: Uint8Array, value: Der, depth = 0): boolean {
  if ((value.tag & constructed) === 0) return true;
  if (depth > maxDepth) return false;
  const children = derChildren(bytes, value);
  return children !== undefined && children.every((child) => isWellFormed(bytes, child, depth + 1));
}

/** The one DER value at the start of a signature's hole; only zeros may follow it. */
export function derInHole(hole: Uint8Array): Uint8Array | undefined {
  const value = derAt(hole, 0, hole.length);
  if (!value || !isWellFormed(hole, value)) return undefined;
  const padding = hole.subarray(value.end);
  return padding.every((byte) => byte === 0) ? hole.subarray(0, value.end) : undefined;
}
