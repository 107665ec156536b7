import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from './database-away.js';

const failed = (code: string, message = 'x') =>
  new QueryFailedError('SELECT 1', [], Object.assign(new Error(message), { code }));

describe('a database that can’t be reached', () => {
  it.each(['57P01', '57P03', '08006', '53300', 'ECONNRESET'])('is told by %s', (code) => {
    expect(isDatabaseAway(failed(code))).toBe(true);
    expect(isDatabaseAway(Object.assign(new Error('x'), { code }))).toBe(true);
  });
  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'Query runner already released. Cannot run queries anymore.',
    'Database connection provided by a query runner was already released, cannot continue to use its querying methods anymore.',
  ])('is told by "%s"', (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  });
  it.each(['23505', '42501', '40001', '22021'])('is not told by %s: the question was wrong', (code) => {
    expect(isDatabaseAway(failed(code))).toBe(false);
  });
  it('is not told by anything else', () => {
    expect(
      [undefined, 'Connection terminated', new TypeError('x is not a function')].map(isDatabaseAway),
    ).toEqual([false, false, false]);
  });
});
