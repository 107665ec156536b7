import { DomainError, isSha256, type Sha256 } from '#kernel';
import { createHash } from 'node:crypto';
import { link, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  EvidenceStore,
  type Expected,
  type ListedObject,
  type OpenedObject,
  type Received,
} from './evidence-store.js';
import { corrupt, isCorrupt, isFull, storeFull } from './faults.js';
import { judged, type Probe } from './probe.js';
import { Quarantine } from './quarantine.js';

/**
 * Content-addressed files: `objects/ab/cd/<sha256>`, read-only, linked from quarantine, so that an object appears
 * whole or not at all and an existing one is never overwritten. Quarantine lies on the same file system for it.
 */
export class FilesystemStore extends EvidenceStore {
  private readonly objects: string;
  private readonly quarantine: Quarantine;
  readonly name: string;

  /** @param root absolute path of the store's directory; made on first use */
  constructor(root: string) {
    super();
    this.objects = join(root, 'objects');
    this.quarantine = new Quarantine(join(root, 'quarantine'));
    this.name = `filesystem://${root}`;
  }

  receive(source: AsyncIterable<Uint8Array>, expected: Expected): Promise<Received> {
    return this.quarantine.receive(source, expected);
  }

  async keep(received: Received): Promise<void> {
    const target = this.pathOf(received.sha256);
    try {
      await this.makeDirectories(dirname(target));
      await link(received.path, target);
      await syncDirectory(dirname(target));
    } catch (error) {
      if (isFull(error)) throw storeFull();
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // Acknowledging an upload means that its bytes read back: a damaged object must not swallow good ones.
      await (await this.checked(received.sha256)).file.close();
      // The other writer's link may not be on disk yet; this answer promises that it is.
      await syncDirectory(dirname(target));
    }
    await this.discard(received);
  }

  async repair(received: Received): Promise<void> {
    const target = this.pathOf(received.sha256);
    try {
      await (await this.checked(received.sha256)).file.close();
    } catch (error) {
      if (!isCorrupt(error)) throw error;
      await this.makeDirectories(dirname(target));
      // Readers find the wrong bytes or the right ones, and refuse the wrong ones.
      await rename(received.path, target);
      await syncDirectory(dirname(target));
    }
    await this.discard(received);
  }

  discard(received: Received): Promise<void> {
    return this.quarantine.discard(received);
  }

  async open(sha256: Sha256): Promise<OpenedObject> {
    const { file, size } = await this.checked(sha256);
    return { size, stream: file.createReadStream({ start: 0, autoClose: true }) };
  }

  async stat(sha256: Sha256): Promise<{ size: number } | undefined> {
    try {
      return { size: (await stat(this.pathOf(sha256))).size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async *list(after?: Sha256): AsyncGenerator<ListedObject> {
    for (const first of await namesIn(this.objects)) {
      for (const second of await namesIn(join(this.objects, first))) {
        for (const name of await namesIn(join(this.objects, first, second))) {
          if (!isSha256(name) || (after !== undefined && name <= after)) continue;
          const { size, mtimeMs } = await stat(this.pathOf(name));
          yield { sha256: name, size, keptMs: mtimeMs };
        }
      }
    }
  }

  async remove(sha256: Sha256): Promise<boolean> {
    await rm(this.pathOf(sha256), { force: true });
    return true;
  }

  hold(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** A file system protects nothing from its administrator, and says so. */
  probe(): Promise<Probe> {
    return Promise.resolve(judged([]));
  }

  sweepQuarantine(nowMs: number): Promise<number> {
    return this.quarantine.sweep(nowMs);
  }

  private pathOf(sha256: Sha256): string {
    // The last line of defence: nothing but 64 hex digits ever becomes part of a path.
    if (!isSha256(sha256)) throw new DomainError('invalid', 'evidence.not-a-hash');
    return join(this.objects, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }

  /** The open file, hashed through the very descriptor that is read afterwards. */
  private async checked(sha256: Sha256): Promise<{ file: FileHandle; size: number }> {
    const file = await open(this.pathOf(sha256), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? corrupt(sha256, 'no bytes') : error;
    });
    try {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of file.createReadStream({ start: 0, autoClose: false })) {
        hash.update(chunk as Buffer);
        size += (chunk as Buffer).length;
      }
      const found = hash.digest('hex');
      if (found !== sha256) throw corrupt(sha256, found);
      return { file, size };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private async makeDirectories(directory: string): Promise<void> {
    const first = await mkdir(directory, { recursive: true, mode: 0o755 });
    if (first === undefined) return;
    for (let at = directory; at.length >= first.length; at = dirname(at)) await syncDirectory(dirname(at));
  }
}

/** Names in a directory in their order; none where there is no directory. */
async function namesIn(directory: string): Promise<string[]> {
  return (await readdir(directory).catch(() => [])).sort();
}

/** A new name in a directory is durable once the directory is. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
