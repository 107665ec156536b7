import { Injectable } from '@nestjs/common';
import type { Sha256 } from '#kernel';
import { DataSource } from 'typeorm';

/** Reads of the pictures that were released and not withdrawn. */
@Injectable()
export class PublishedPhotos {
  constructor(private readonly dataSource: DataSource) {}

  /** The bytes of a picture by their hash, a JPEG; undefined for one that is not released. */
  async picture(sha256: Sha256): Promise<Buffer | undefined> {
    const [row] = await this.dataSource.query(
      'SELECT picture FROM published.photos WHERE sha256 = $1 LIMIT 1',
      [sha256],
    );
    return (row as { picture: Buffer } | undefined)?.picture;
  }
}
