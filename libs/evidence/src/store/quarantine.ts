import { DomainError, type Sha256 } from '#kernel';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Expected, Received } from './evidence-store.js';
import { isFull, storeFull } from './faults.js';
import { WriteBehind } from './write-behind.js';

const hour = 3_600_000;

/** Local files of bytes on their way: uploads that are not objects yet, objects fetched to be checked. */
export class Quarantine {
  /**
   * @param directory absolute path; made on first use
   * @param isDurable whether received bytes are on the disk when they are given: where their file becomes the object
   */
  constructor(
    private readonly directory: string,
    private readonly isDurable = true,
  ) {}

  /** A new empty file, open for writing. */
  async file(): Promise<{ readonly path: string; readonly file: FileHandle }> {
    const path = join(this.directory, randomUUID());
    const opened = () => open(path, 'wx+', 0o600);
    try {
      return { path, file: await opened() };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      return { path, file: await opened() };
    }
  }

  /** See {@link EvidenceStore.receive}. */
  async receive(source: AsyncIterable<Uint8Array>, expected: Expected): Promise<Received> {
    const { path, file } = await this.file();
    try {
      const { size, sha256 } = await writeHashed(file, source, expected);
      if (size === 0) throw new DomainError('invalid', `${expected.kind}.empty`);
      if (sha256 !== expected.sha256) {
        throw new DomainError('invalid', `${expected.kind}.wrong-hash`, {
          expected: expected.sha256,
          found: sha256,
        });
      }
      await file.chmod(0o444);
      if (this.isDurable) await file.sync();
      await file.close();
      return { sha256, size, path };
    } catch (error) {
      await file.close().catch(() => undefined);
      await rm(path, { force: true });
      throw isFull(error) ? storeFull() : error;
    }
  }

  async discard({ path }: Pick<Received, 'path'>): Promise<void> {
    await unlink(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }

  /** Removes files older than 72 h at `nowMs`; gives how many there were. */
  async sweep(nowMs: number): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.directory).catch(() => [])) {
      const path = join(this.directory, name);
      if (nowMs - (await stat(path)).mtimeMs < 72 * hour) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }
}

async function writeHashed(
  file: FileHandle,
  source: AsyncIterable<Uint8Array>,
  { limit, kind }: Expected,
): Promise<{ size: number; sha256: Sha256 }> {
  const hash = createHash('sha256');
  const behind = new WriteBehind(file);
  let size = 0;
  try {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw new DomainError('invalid', `${kind}.too-large`, { limit: megabytes(limit) });
      hash.update(chunk);
      await behind.write(chunk);
    }
    await behind.end();
  } finally {
    await behind.settle();
  }
  return { size, sha256: hash.digest('hex') as Sha256 };
}

/** Bytes as the whole megabytes (MiB) that people are told. */
export function megabytes(bytes: number): string {
  return String(Math.floor(bytes / 1_048_576));
}
