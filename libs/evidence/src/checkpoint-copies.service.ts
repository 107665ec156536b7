import { Injectable } from '@nestjs/common';
import { sha256Hex } from '#kernel';
import { Checkpoints } from '#ledger';
import { EvidenceStore } from './store/evidence-store.js';

/** Keeps a copy of every checkpoint in the store, where no administrator of the database reaches it. */
@Injectable()
export class CheckpointCopies {
  /** Up to this size of the tree every checkpoint has its copy. */
  private copied = -1;

  constructor(
    private readonly checkpoints: Checkpoints,
    private readonly store: EvidenceStore,
  ) {}

  /** Copies what is new, oldest first, so that the newest copy proves all before it. */
  async round(): Promise<void> {
    const { size } = await this.checkpoints.latest();
    if (size <= this.copied) return;
    const missing: { size: number; note: Buffer }[] = [];
    for (const checkpoint of (await this.checkpoints.all()).reverse()) {
      const note = Buffer.from(checkpoint.note);
      if (checkpoint.size <= this.copied || (await this.store.has(sha256Hex(note)))) break;
      missing.push({ size: checkpoint.size, note });
    }
    for (const { note } of missing.reverse()) await this.store.putBytes(note, 'checkpoint');
    this.copied = size;
  }
}
