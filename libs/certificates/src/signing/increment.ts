import { DomainError } from '#kernel';
import { isArray, openPaper, PdfRef, PdfText, type PdfFile } from '#papers';

/** One object of an increment: its number and the source of its value. */
export interface IncrementObject {
  readonly number: number;
  readonly source: string;
}

/** An increment ready to be appended, with the place of each of its objects. */
export interface Increment {
  readonly bytes: Buffer;
  /** Where the value of an object begins in the whole file. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/**
 * Opens a paper for signing. Throws `conflict` `certificates.base-unreadable` for files that are not ours:
 * what we can't check later must not be sealed now.
 */
export function openBase(bytes: Uint8Array): PdfFile {
  const opened = openPaper(bytes);
  if ('fault' in opened) throw unreadable(opened.detail);
  // Without it the first byte of the increment would belong to the end of the revision before.
  if (bytes.at(-1) !== 0x0a) throw unreadable('no end of line at the end');
  if (fileId(opened.file) === undefined) throw unreadable('no /ID in the trailer');
  return opened.file;
}

function unreadable(detail: string): DomainError {
  return new DomainError('conflict', 'certificates.base-unreadable', { detail });
}

/**
 * An incremental update (ISO 32000-1, 7.5.6): the objects, a classic table, a trailer that keeps `/Root`,
 * `/Info` and both parts of `/ID`. Depends on nothing but its arguments.
 */
export function writeIncrement(file: PdfFile, objects: readonly IncrementObject[]): Increment {
  const sorted = [...objects].sort((one, other) => one.number - other.number);
  const offsets = new Map<number, number>();
  const placeOf = new Map<number, number>();
  let body = '';
  for (const { number, source } of sorted) {
    offsets.set(number, file.bytes.length + body.length);
    const head = `${number} 0 obj\n`;
    placeOf.set(number, file.bytes.length + body.length + head.length);
    body += `${head}${source}\nendobj\n`;
  }
  const table = file.bytes.length + body.length;
  body += `xref\n${tableOf(sorted, offsets)}trailer\n${trailerOf(file, sorted)}\nstartxref\n${table}\n%%EOF\n`;
  return { bytes: Buffer.from(body, 'latin1'), placeOf };
}

/** Subsections of consecutive numbers, 20 bytes per entry. */
function tableOf(objects: readonly IncrementObject[], offsets: ReadonlyMap<number, number>): string {
  const runs: number[][] = [];
  for (const { number } of objects) {
    const run = runs.at(-1);
    if (run && run.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const entry = (number: number) => `${String(offsets.get(number)!).padStart(10, '0')} 00000 n \n`;
  return runs.map((run) => `${run[0]} ${run.length}\n${run.map(entry).join('')}`).join('');
}

function trailerOf(file: PdfFile, objects: readonly IncrementObject[]): string {
  const { trailer } = file;
  const size = Math.max(file.size, objects.at(-1)!.number + 1);
  const reference = (key: string) => {
    const value = trailer.get(key);
    return value instanceof PdfRef ? `/${key} ${value.number} ${value.generation} R\n` : '';
  };
  return `<<\n/Size ${size}\n${reference('Root')}${reference('Info')}/ID [${fileId(file)}]\n/Prev ${file.sections.at(-1)!.offset}\n>>`;
}

/** Both parts of the file identifier as hex strings; undefined when the trailer has none. */
function fileId(file: PdfFile): string | undefined {
  const id = file.trailer.get('ID');
  if (!isArray(id) || id.length !== 2) return undefined;
  const parts = id.flatMap((part) =>
    part instanceof PdfText ? [Buffer.from(part.bytes).toString('hex')] : [],
  );
  return parts.length === 2 ? parts.map((part) => `<${part}>`).join(' ') : undefined;
}
