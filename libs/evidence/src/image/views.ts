import { Injectable } from '@nestjs/common';
import { DomainError, newId, type Sha256 } from '#kernel';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { thumbnailSide, viewSide } from '../domain/photo-limits.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { Decoder } from './decoder.js';

/**
 * Derived pictures: what people see instead of the original. They can be dropped at any time and are remade from the
 * checked original; the version in the path changes with the recipe.
 */
@Injectable()
export class Views {
  private readonly making = new Map<Sha256, Promise<Buffer>>();

  /** @param directory absolute path below which the pictures lie */
  constructor(
    private readonly directory: string,
    private readonly store: EvidenceStore,
    private readonly decoder: Decoder,
  ) {}

  /** Keeps a view that was made while its photo was inspected. */
  async keep(sha256: Sha256, view: Buffer): Promise<void> {
    const path = this.pathOf(sha256);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // Readers see the old file or the whole new one.
    const part = `${path}.${newId<string>()}`;
    await writeFile(part, view, { mode: 0o600 });
    await rename(part, path);
  }

  /** The view of a photo; throws `missing` `photo.no-view`, and `busy` `evidence.corrupt` where it had to be remade. */
  async view(sha256: Sha256): Promise<Buffer> {
    const kept = await readFile(this.pathOf(sha256)).catch(() => undefined);
    return kept ?? this.remadeOnce(sha256);
  }

  /**
   * Decodes the checked original in full and keeps its view, without hurry; false where the picture is broken. Throws
   * `busy` `evidence.corrupt`, `photo.slow-to-decode`, `invalid` `photo.heavy-to-decode`.
   */
  async make(sha256: Sha256): Promise<boolean> {
    const view = await this.decoder.viewInTime(() => this.store.read(sha256), viewSide);
    if (view) await this.keep(sha256, view);
    return view !== undefined;
  }

  /**
   * A small baseline JPEG straight from the checked original, never from a cache: certificates print it. Undefined
   * where the picture is broken.
   */
  thumbnail(sha256: Sha256): Promise<Buffer | undefined> {
    return this.decoder.view(() => this.store.read(sha256), thumbnailSide);
  }

  private async remadeOnce(sha256: Sha256): Promise<Buffer> {
    const running = this.making.get(sha256);
    if (running) return running;
    const made = this.remade(sha256).finally(() => this.making.delete(sha256));
    this.making.set(sha256, made);
    const view = await made;
    await this.keep(sha256, view);
    return view;
  }

  private async remade(sha256: Sha256): Promise<Buffer> {
    const picture = await this.decoder.view(() => this.store.read(sha256), viewSide);
    if (!picture) throw new DomainError('missing', 'photo.no-view');
    return picture;
  }

  private pathOf(sha256: Sha256): string {
    return join(this.directory, 'view-1', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.jpg`);
  }
}
