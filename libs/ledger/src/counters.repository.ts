import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Readable numbers (CK-2026-0407): unique, rising, gaps allowed. */
@Injectable()
export class Counters {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Takes `count` consecutive numbers of a kind and year and gives the first. A transaction of its own: held
   * inside a unit of work, the counter's row would be a global lock.
   */
  async take(kind: string, year: number, count = 1): Promise<number> {
    const [row] = await this.dataSource.query(
      `INSERT INTO work.counters AS c (kind, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (kind, year) DO UPDATE SET last = c.last + $3 RETURNING last`,
      [kind, year, count],
    );
    return Number(row.last) - count + 1;
  }
}
