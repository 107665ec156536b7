import { Injectable } from '@nestjs/common';
import type { Sha256 } from '#kernel';
import { DataSource } from 'typeorm';
import type { RecordedPhoto } from './domain/found-broken.js';

/** What examinations ask about recorded photos. */
@Injectable()
export class ExaminationQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** Every photo that has these bytes. */
  photosOf(sha256: Sha256): Promise<RecordedPhoto[]> {
    return this.dataSource.query(
      `SELECT id, sha256, event, damaged,
         ARRAY(SELECT l.lot FROM state.photo_lots l WHERE l.photo = p.id ORDER BY l.lot) AS lots
       FROM state.photos p WHERE sha256 = $1 ORDER BY recorded, id`,
      [sha256],
    );
  }
}
