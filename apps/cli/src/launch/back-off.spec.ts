import { pauseBefore } from './back-off.js';

describe('the pause before a crashed part is started again', () => {
  it('doubles with every failure in a row, from half a second to half a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 50].map(pauseBefore)).toEqual([
      500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000,
    ]);
  });
});
