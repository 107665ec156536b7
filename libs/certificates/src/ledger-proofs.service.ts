import { Injectable } from '@nestjs/common';
import type { EntryId, Sha256 } from '#kernel';
import { Checkpoints, LedgerQueries } from '#ledger';
import { formatTlogProof } from '#merkle';

/** Offline proofs of entries: what a stranger needs beside the log's key. */
@Injectable()
export class LedgerProofs {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** A C2SP tlog-proof under a checkpoint made now, with the entry's exact bytes as `extra`; UTF-8. */
  async of(entry: EntryId): Promise<Buffer> {
    const checkpoint = await this.checkpoints.make();
    const { seq, body } = await this.queries.entry(entry);
    const { path } = await this.queries.inclusion(seq, checkpoint.size);
    const proof = formatTlogProof({
      extra: body,
      index: seq,
      path: path as Sha256[],
      checkpoint: checkpoint.note,
    });
    return Buffer.from(proof, 'utf8');
  }

  /** A checkpoint that covers the issue: only then can anyone verify it (ledger.md, "made whenever a certificate is issued"). */
  async publish(): Promise<void> {
    await this.checkpoints.make();
  }
}
