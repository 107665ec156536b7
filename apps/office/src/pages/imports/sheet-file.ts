import { DomainError } from '#kernel';
import { parse } from 'csv-parse/sync';
import { fork } from 'node:child_process';
import { unpackedSize } from './archive-size.js';

/** What a list of goods needs at most; a larger file is a mistake or an attack. */
export const sheetLimits = {
  fileBytes: 5 * 1024 * 1024,
  unpackedBytes: 32 * 1024 * 1024,
  rows: 2000,
  columns: 40,
  cell: 500,
  heapMb: 256,
  ms: 15_000,
} as const;

/**
 * The cells of a list as text: `.xlsx` (its first sheet), or CSV in UTF-8, UTF-16 or GB 18030 with commas, semicolons
 * or tabs. Spaces are folded, empty rows at the end left out. Throws `invalid` `import.too-large`,
 * `import.too-many-rows`, `import.unreadable`, `import.empty`.
 */
export async function readSheetFile(bytes: Buffer): Promise<string[][]> {
  if (bytes.length > sheetLimits.fileBytes) throw refused('import.too-large', { limit: '5 MB' });
  const rows = isZip(bytes) ? await rowsOfWorkbook(bytes) : rowsOfText(bytes);
  const cells = rows.map((row) => row.slice(0, sheetLimits.columns).map(plainCell));
  while (cells.length > 0 && cells.at(-1)!.every((cell) => cell === '')) cells.pop();
  if (cells.length === 0) throw refused('import.empty');
  // One row more than the limit: the heading.
  if (cells.length > sheetLimits.rows + 1) {
    throw refused('import.too-many-rows', { limit: String(sheetLimits.rows) });
  }
  return cells;
}

function plainCell(cell: string): string {
  return cell.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, sheetLimits.cell);
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
}

/** In a process with little memory and time: what looks small may unpack to much. */
async function rowsOfWorkbook(bytes: Buffer): Promise<string[][]> {
  if (unpackedSize(bytes) > sheetLimits.unpackedBytes) throw refused('import.too-large', { limit: '5 MB' });
  // Run from the sources, the process's file is TypeScript too.
  const file = import.meta.url.endsWith('.ts') ? './sheet-process.ts' : './sheet-process.js';
  const reader = fork(new URL(file, import.meta.url), {
    execArgv: [...process.execArgv, `--max-old-space-size=${sheetLimits.heapMb}`],
    serialization: 'advanced',
    stdio: 'ignore',
    timeout: sheetLimits.ms,
    killSignal: 'SIGKILL',
    // It needs neither the server's credentials nor anything else of its surroundings.
    env: {},
  });
  const rows = await new Promise<string[][] | null>((resolve) => {
    reader.once('message', (answer) => resolve(answer as string[][] | null));
    reader.once('exit', () => resolve(null)).once('error', () => resolve(null));
    reader.send({ bytes, rows: sheetLimits.rows + 2 }, () => undefined);
  });
  reader.kill('SIGKILL');
  if (rows === null) throw refused('import.unreadable');
  return rows;
}

function rowsOfText(bytes: Buffer): string[][] {
  const text = decoded(bytes);
  if (text.includes('\0')) throw refused('import.unreadable');
  const head = text.slice(0, text.indexOf('\n') + 1 || undefined);
  const delimiter = [',', '\t', ';'].sort((a, b) => head.split(b).length - head.split(a).length)[0]!;
  try {
    return parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 100_000,
      to: sheetLimits.rows + 2,
    });
  } catch {
    throw refused('import.unreadable');
  }
}

/** Spreadsheets of Chinese systems still write GB 18030; Excel's “Unicode text” is UTF-16. */
function decoded(bytes: Buffer): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function refused(code: string, facts: Readonly<Record<string, string>> = {}): DomainError {
  return new DomainError('invalid', code, facts, [{ pointer: '/file', code, facts }]);
}
