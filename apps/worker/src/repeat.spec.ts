import { pauseAfter, repeat } from './repeat.js';

const pauses = { pauseMs: 1, longestPauseMs: 4 };

describe('repeated rounds', () => {
  it('begin at once, go on after a failure, which is told, and end with the signal', async () => {
    const stop = new AbortController();
    const told: unknown[] = [];
    let rounds = 0;
    const round = () => {
      rounds += 1;
      if (rounds === 5) stop.abort();
      return rounds % 2 === 0 ? Promise.reject(new Error(`round ${rounds}`)) : Promise.resolve();
    };
    await repeat(round, { ...pauses, signal: stop.signal, onFailure: (error) => told.push(error) });
    expect(rounds).toBe(5);
    expect(told.map(String)).toEqual(['Error: round 2', 'Error: round 4']);
  });

  it('let the running round finish, and do not wait out a long pause', async () => {
    const stop = new AbortController();
    let finished = false;
    const running = repeat(
      async () => {
        await Promise.resolve();
        stop.abort();
        await Promise.resolve();
        finished = true;
      },
      { pauseMs: 3_600_000, longestPauseMs: 3_600_000, signal: stop.signal, onFailure: fail },
    );
    await running;
    expect(finished).toBe(true);
  });

  it('do not begin under a signal that was given already', async () => {
    await repeat(() => Promise.reject(new Error('begun')), {
      ...pauses,
      signal: AbortSignal.abort(),
      onFailure: fail,
    });
  });

  it('pause twice as long after each failure, up to a limit', () => {
    const limits = { pauseMs: 3_000, longestPauseMs: 60_000 };
    expect([0, 1, 2, 4, 5, 1_000].map((failures) => pauseAfter(failures, limits))).toEqual([
      3_000, 6_000, 12_000, 48_000, 60_000, 60_000,
    ]);
  });
});

function fail(error: unknown): never {
  throw error;
}
