import { decodableUntil } from './decode-later.js';

const now = 1_000_000;

describe('the decode that follows an upload', () => {
  it('is made once uploads have paused for five seconds', () => {
    expect(decodableUntil(now, now - 5_000)).toBe(now);
    expect(decodableUntil(now, undefined)).toBe(now);
  });

  it('waits for uploads that keep coming, but no longer than a minute', () => {
    expect(decodableUntil(now, now - 4_999)).toBe(now - 60_000);
    expect(decodableUntil(now, now)).toBe(now - 60_000);
  });
});
