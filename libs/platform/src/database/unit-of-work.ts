import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { constraintError } from './constraints.js';
import type { Tx } from './tx.js';

const retryable = new Set(['40001', '40P01']);
const attempts = 5;

/** Runs one command in one READ COMMITTED transaction; serialisation failures and deadlocks are tried again. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Gives what `work` gives, after the commit. Violated constraints that stand for a rule become the DomainError
   * of that rule; everything else is thrown on.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction('READ COMMITTED', (manager) => work(manager as Tx));
      } catch (error) {
        const code = sqlState(error);
        if (code && retryable.has(code) && attempt < attempts) continue;
        throw constraintError(error) ?? error;
      }
    }
  }
}

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { code?: string }).code;
}
