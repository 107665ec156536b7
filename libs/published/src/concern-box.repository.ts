import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Concern } from './domain/concern.js';

/** Where concerns go in. The public role may call this one function and can read nothing of what was put in. */
@Injectable()
export class ConcernBox {
  constructor(private readonly dataSource: DataSource) {}

  /** True where it is kept (now, or by the same form before); false where too many arrived within an hour. */
  async put(concern: Concern): Promise<boolean> {
    const [row] = await this.dataSource.query('SELECT published.receive_concern($1) AS kept', [
      JSON.stringify(concern),
    ]);
    return (row as { kept: boolean }).kept;
  }
}
