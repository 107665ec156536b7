import { Zip, ZipDeflate } from 'fflate';

/** A file of a ZIP: its name, and its bytes in pieces as they come. */
export interface ZippedFile {
  readonly name: string;
  bytes(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * Gives a ZIP in pieces while its files are read: whoever reads slowly slows the reading of the files down, and no
 * file is ever whole in memory. `at` (ms since 1970) is the time of every file.
 */
export async function* zipOf(files: AsyncIterable<ZippedFile>, at: number): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  for await (const file of files) {
    const entry = new ZipDeflate(file.name, { level: 6 });
    entry.mtime = at;
    zip.add(entry);
    for await (const piece of file.bytes()) {
      entry.push(piece, false);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
