import type { FileHandle } from 'node:fs/promises';

const blockBytes = 512 * 1024;

/**
 * Writes a file one block behind its producer: while a block is on its way to disk, the next one is hashed. Chunks are
 * gathered, not copied, so at most two blocks of them are in memory; whoever made a chunk must not change it any more.
 */
export class WriteBehind {
  private gathered: Uint8Array[] = [];
  private bytes = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly file: FileHandle) {}

  async write(chunk: Uint8Array): Promise<void> {
    this.gathered.push(chunk);
    this.bytes += chunk.length;
    if (this.bytes >= blockBytes) await this.flush();
  }

  /** Resolves once every byte was handed to the operating system; throws the first failure. */
  async end(): Promise<void> {
    await this.flush();
    await this.writing;
  }

  /** Resolves once nothing is being written any more, whatever became of it: the file may be closed then. */
  async settle(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  private async flush(): Promise<void> {
    await this.writing;
    if (this.bytes === 0) return;
    this.writing = writeAll(this.file, this.gathered, this.bytes);
    // Its failure is thrown by the next flush; until then nobody listens.
    this.writing.catch(() => undefined);
    this.gathered = [];
    this.bytes = 0;
  }
}

/** Writes the chunks where the file ends; the system may take fewer bytes at a time than it is given. */
async function writeAll(file: FileHandle, chunks: readonly Uint8Array[], bytes: number): Promise<void> {
  let left: readonly Uint8Array[] = chunks;
  for (let missing = bytes; missing > 0;) {
    const { bytesWritten } = await file.writev(left);
    missing -= bytesWritten;
    if (missing > 0) left = behind(left, bytesWritten);
  }
}

/** What of the chunks lies behind their first `skipped` bytes. */
function behind(chunks: readonly Uint8Array[], skipped: number): Uint8Array[] {
  let from = skipped;
  return chunks.flatMap((chunk) => {
    const rest = chunk.subarray(Math.min(from, chunk.length));
    from = Math.max(0, from - chunk.length);
    return rest.length > 0 ? [rest] : [];
  });
}
