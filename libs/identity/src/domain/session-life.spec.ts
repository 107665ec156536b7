import { absoluteMs, idleMs, sessionStands } from './session-life.js';

describe('the life of a session', () => {
  const start = 1_000_000;
  const session = { lastSeenMs: start, endsMs: start + absoluteMs };

  it('stands until the last millisecond of 15 idle minutes', () => {
    expect(idleMs).toBe(900_000);
    expect(sessionStands(session, start + idleMs - 1)).toBe(true);
    expect(sessionStands(session, start + idleMs)).toBe(false);
  });

  it('ends after 12 hours however busy it was', () => {
    const busy = { ...session, lastSeenMs: start + absoluteMs - 1 };
    expect(sessionStands(busy, start + absoluteMs - 1)).toBe(true);
    expect(sessionStands(busy, start + absoluteMs)).toBe(false);
  });
});
