import type { FileHandle } from 'node:fs/promises';

const blockBytes = 512 * 1024;

/**
 * Writes a file one block behind its producer: while a block is on its way to disk, the next one is hashed. Two
 * blocks are all the memory that it takes; chunks are copied, so their owner may use them again.
 */
export class WriteBehind {
  private filling = Buffer.allocUnsafeSlow(blockBytes);
  private spare = Buffer.allocUnsafeSlow(blockBytes);
  private used = 0;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly file: FileHandle) {}

  async write(chunk: Uint8Array): Promise<void> {
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + blockBytes - this.used);
      this.filling.set(part, this.used);
      this.used += part.length;
      from += part.length;
      if (this.used === blockBytes) await this.flush();
    }
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
    const block = this.filling.subarray(0, this.used);
    this.writing = this.file.appendFile(block);
    // Its failure is thrown by the next flush; until then nobody listens.
    this.writing.catch(() => undefined);
    [this.filling, this.spare] = [this.spare, this.filling];
    this.used = 0;
  }
}
