import { Injectable } from '@nestjs/common';
import { formatInstant, type Instant, type Sha256 } from '#kernel';
import { DataSource } from 'typeorm';
import type { KeptSnapshot, PublicSnapshot } from './domain/public-snapshot.js';

interface Row {
  number: number;
  sha256: Sha256;
  content: Buffer;
}

/** Reads of the snapshots of what is published. */
@Injectable()
export class PublicSnapshots {
  private latest: KeptSnapshot | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** The newest one, parsed once for all requests; undefined before the first release. */
  async newest(): Promise<KeptSnapshot | undefined> {
    const [head] = await this.dataSource.query(
      'SELECT number, sha256 FROM published.snapshots ORDER BY number DESC LIMIT 1',
    );
    if (!head) return undefined;
    const { number, sha256 } = head as { number: number; sha256: Sha256 };
    if (this.latest?.sha256 !== sha256 || this.latest.number !== number) {
      this.latest = await this.byNumber(number);
    }
    return this.latest;
  }

  async byNumber(number: number): Promise<KeptSnapshot | undefined> {
    const bytes = await this.bytes(number);
    if (!bytes) return undefined;
    const content = JSON.parse(bytes.content.toString('utf8')) as PublicSnapshot;
    return { number, sha256: bytes.sha256, content };
  }

  /** The exact bytes that the hash is of. */
  async bytes(number: number): Promise<Row | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT number, sha256, content FROM published.snapshots WHERE number = $1',
      [number],
    );
    return row as Row | undefined;
  }

  /** All that were ever made, the newest first. */
  async list(): Promise<{ number: number; sha256: Sha256; size: number; root: Sha256; made: Instant }[]> {
    const rows: { number: number; sha256: Sha256; size: string; root: Sha256; made: Date }[] =
      await this.dataSource.query(
        'SELECT number, sha256, size, root, made FROM published.snapshots ORDER BY number DESC',
      );
    return rows.map((row) => ({
      ...row,
      size: Number(row.size),
      made: formatInstant(row.made.getTime()),
    }));
  }
}
