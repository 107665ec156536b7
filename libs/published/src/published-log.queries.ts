import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type Sha256 } from '#kernel';
import { parseVerifierKey, type NoteVerifier } from '#merkle';
import { DataSource } from 'typeorm';
import { TreeReader } from './tree-reader.js';

export interface PublishedCheckpoint {
  readonly size: number;
  readonly root: Sha256;
  /** The signed note (C2SP tlog-checkpoint), verbatim. */
  readonly note: string;
  readonly made: Instant;
}

/** Reads of the public side of the ledger: checkpoints, hashes, the bytes of certificate entries. */
@Injectable()
export class PublishedLog {
  /** Proofs and tiles; ask for nothing beyond the newest checkpoint. */
  readonly tree: TreeReader;

  constructor(private readonly dataSource: DataSource) {
    this.tree = new TreeReader((sql, parameters) => dataSource.query(sql, [...parameters]), {
      tiles: 'published.tiles',
      leaves: 'published.leaves',
    });
  }

  /** The newest checkpoint; undefined before the first one. */
  async newestCheckpoint(): Promise<PublishedCheckpoint | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT size, root, note, made FROM published.checkpoints ORDER BY size DESC LIMIT 1',
    );
    if (!row) return undefined;
    const { size, root, note, made } = row as { size: string; root: Buffer; note: string; made: Date };
    return {
      size: Number(size),
      root: root.toString('hex') as Sha256,
      note,
      made: formatInstant(made.getTime()),
    };
  }

  /** The public keys by which this log's checkpoints are checked. */
  async verifiers(): Promise<NoteVerifier[]> {
    const rows: { verifier_key: string }[] = await this.dataSource.query(
      'SELECT verifier_key FROM published.log ORDER BY verifier_key',
    );
    return rows.map(({ verifier_key: key }) => parseVerifierKey(key));
  }

  /** The keys as text, to be handed on to whoever checks by other means. */
  async verifierKeys(): Promise<string[]> {
    const rows: { verifier_key: string }[] = await this.dataSource.query(
      'SELECT verifier_key FROM published.log ORDER BY verifier_key',
    );
    return rows.map(({ verifier_key: key }) => key);
  }

  /** The exact bytes of a certificate's entry; undefined for every other entry and beyond the end. */
  async certificateEntry(seq: number): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT body FROM published.certificate_entries WHERE seq = $1',
      [seq],
    );
    return (row as { body: Buffer } | undefined)?.body;
  }

  /** Sequence numbers of the entries of certificates in a tree of `size` entries, in ledger order. */
  async entryNumbers(size: number): Promise<number[]> {
    const rows: { seq: string }[] = await this.dataSource.query(
      'SELECT seq FROM published.certificate_entries WHERE seq < $1 ORDER BY seq',
      [size],
    );
    return rows.map(({ seq }) => Number(seq));
  }

  /** Whether entries of certificates stand behind the newest checkpoint: nobody can verify them yet. */
  async hasUncovered(size: number): Promise<boolean> {
    const [row] = await this.dataSource.query(
      'SELECT EXISTS (SELECT 1 FROM published.certificate_entries WHERE seq >= $1) AS uncovered',
      [size],
    );
    return (row as { uncovered: boolean }).uncovered;
  }
}
