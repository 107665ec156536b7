import { formatInstant, newId, type AgencyId, type EntryId, type PersonId } from '#kernel';
import { buildEntry, claimedTime } from './build-entry.js';

const now = Date.parse('2026-11-24T03:12:45.123Z');
const hour = 3_600_000;
const who = { person: newId<PersonId>(), agency: newId<AgencyId>() };
const claim = (ms: number, lateReason?: string) =>
  claimedTime({ ...who, happened: formatInstant(ms), ...(lateReason !== undefined && { lateReason }) }, now);

describe('the two clocks', () => {
  it("gives the server's time where none is claimed", () => {
    expect(claimedTime(who, now)).toBe('2026-11-24T03:12:45.123Z');
  });

  it('takes a claim of up to 24 h ago as it is, and an older one with a reason', () => {
    expect(claim(now - 24 * hour)).toBe('2026-11-23T03:12:45.123Z');
    expect(claim(now - 40 * 24 * hour, '补录')).toBe('2026-10-15T03:12:45.123Z');
  });

  it('takes clocks that are up to 5 minutes fast', () => {
    expect(claim(now + 5 * 60_000)).toBe('2026-11-24T03:17:45.123Z');
  });

  it.each([
    ['more than 5 minutes ahead', now + 5 * 60_000 + 1, '/happened', 'time.in-future'],
    ['before 2000', Date.parse('1999-12-31T23:59:59.999Z'), '/happened', 'time.implausible'],
    ['more than 24 h ago without a reason', now - 24 * hour - 1, '/lateReason', 'time.late-reason-missing'],
  ])('refuses a time %s, at its field', (_, ms, pointer, code) => {
    expect(() => claim(ms)).toThrow(expect.objectContaining({ code, fields: [{ pointer, code }] }));
  });
});

describe('an entry', () => {
  const frame = { ...who, id: newId<EntryId>(), recordedMs: now, version: 3, salt: 'AAAAAAAAAAAAAAAAAAAAAA' };
  const draft = {
    type: 'hold.placed' as const,
    subject: { kind: 'hold' as const, id: newId() },
    data: { lots: [newId<never>()], reason: '诉讼' },
  };

  it('is the draft with id, times, actor, version and salt', () => {
    expect(buildEntry(draft, frame)).toMatchObject({
      v: 1,
      id: frame.id,
      recorded: '2026-11-24T03:12:45.123Z',
      actor: who,
      subject: { ...draft.subject, version: 3 },
      data: draft.data,
      postings: [],
    });
  });

  it('is never built where it does not fit its type', () => {
    const wrong = { ...draft, data: { ...draft.data, reason: '' } };
    expect(() => buildEntry(wrong, frame)).toThrow('entry.malformed');
  });
});
