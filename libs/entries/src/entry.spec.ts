import { formatInstant, newId } from '#kernel';
import { actsOf } from './acts-of.js';
import { assertEntry, entryTypes, versionOf, type Entry } from './entry.js';
import { lotsOf } from './lots-of.js';

const person = newId();
const lot = newId();

function entry(changes: Record<string, unknown> = {}): Entry {
  const value = {
    v: 1,
    id: newId(),
    type: 'appraisal.recorded',
    recorded: formatInstant(1_000_000_000_000),
    happened: formatInstant(1_000_000_000_000),
    actor: { person, agency: newId() },
    subject: { kind: 'appraisal', id: newId(), version: 1 },
    data: { lots: [lot], result: 'counterfeit', body: '检测站', reportNumber: 'JD-1' },
    postings: [],
    salt: 'AAAAAAAAAAAAAAAAAAAAAA',
    ...changes,
  };
  return value as unknown as Entry;
}
const problemsOf = (value: unknown): { pointer: string; code: string }[] => {
  try {
    assertEntry(value);
  } catch (error) {
    return (error as { fields: { pointer: string; code: string }[] }).fields;
  }
  return [];
};

describe('the published language', () => {
  it('takes an entry that fits', () => expect(problemsOf(entry())).toEqual([]));

  it.each([
    ['an unknown field', { more: 1 }, '/more', 'entry.unknown-field'],
    [
      'a field that is missing',
      { data: { lots: [lot], result: 'counterfeit', body: 'x' } },
      '/data/reportNumber',
      'entry.missing-field',
    ],
    [
      'a value out of the list',
      { data: { ...entry().data, result: 'fake' } },
      '/data/result',
      'entry.not-one-of',
    ],
    ['an empty list', { data: { ...entry().data, lots: [] } }, '/data/lots', 'entry.not-list'],
    ['half a surrogate pair', { data: { ...entry().data, body: '\ud800' } }, '/data/body', 'entry.not-text'],
    ['a salt of another length', { salt: 'AAAA' }, '/salt', 'entry.not-salt'],
    ['a time without milliseconds', { happened: '2026-01-01T00:00:00Z' }, '/happened', 'entry.not-instant'],
    [
      'an amount that is not canonical',
      { postings: [{ lot, from: 'seized', to: 'custody', amount: '1.50', unit: 'kg' }] },
      '/postings/0/amount',
      'entry.not-amount',
    ],
    [
      'a posting that moves nothing',
      { postings: [{ lot, from: 'seized', to: 'custody', amount: '0', unit: 'kg' }] },
      '/postings/0',
      'entry.empty-posting',
    ],
    [
      'a posting to the same account',
      { postings: [{ lot, from: 'custody', to: 'custody', amount: '1', unit: 'kg' }] },
      '/postings/0',
      'entry.empty-posting',
    ],
    [
      'an unknown account',
      { postings: [{ lot, from: 'seized', to: 'pocket', amount: '1', unit: 'kg' }] },
      '/postings/0/to',
      'entry.not-one-of',
    ],
  ])('refuses %s and names the place', (_, changes, pointer, code) => {
    expect(problemsOf(entry(changes))).toContainEqual({ pointer, code });
  });

  it.each(['no.such-type', '__proto__', 'constructor', 'toString'])('refuses the type %s', (type) => {
    expect(() => assertEntry(entry({ type }))).toThrow('entry.unknown-type');
  });

  it.each([0, 2, 1.5, '1'])('refuses version %p of a type that has only the first', (v) => {
    expect(() => assertEntry(entry({ v }))).toThrow(/entry\.(unknown-type|malformed)/);
  });

  describe('of a type with several versions', () => {
    const requested = { number: 'N-1', submission: newId(), factor: 'password' };
    const open = { ...requested, reason: '数量有误' };
    const hidden = { ...requested, signed: 'ab'.repeat(32), reasonHash: 'cd'.repeat(32) };
    const type = 'certificate.revocation-requested' as const;

    it('reads each by its own description', () => {
      expect(problemsOf(entry({ type, v: 1, data: open }))).toEqual([]);
      expect(problemsOf(entry({ type, v: 2, data: hidden }))).toEqual([]);
      expect(problemsOf(entry({ type, v: 1, data: hidden }))).not.toEqual([]);
      expect(problemsOf(entry({ type, v: 2, data: open }))).not.toEqual([]);
    });

    it('writes the newest and refuses one that is not described yet', () => {
      expect([versionOf(type), versionOf('appraisal.recorded')]).toEqual([2, 1]);
      expect(() => assertEntry(entry({ type, v: 3, data: hidden }))).toThrow('entry.unknown-type');
    });
  });

  it.each(['', 'a', 'a+b', 'AA==', 'x'.repeat(1401)])('refuses %j as bytes in base64url', (credential) => {
    const wrong = entry({ type: 'passkey.removed', data: { person, credential } });
    expect(problemsOf(wrong)).toEqual([{ pointer: '/data/credential', code: 'entry.not-base64url' }]);
  });
});

describe('which lots an entry touches', () => {
  it('names those of its data and of its postings once, in id order', () => {
    const [a, b] = [newId(), newId()].sort() as [string, string];
    const touched = entry({
      data: { lots: [b], result: 'genuine', body: 'x', reportNumber: 'y' },
      postings: [{ lot: a, from: 'seized', to: 'custody', amount: '1', unit: 'kg' }],
    });
    expect(lotsOf(touched)).toEqual({ lots: [a, b] });
  });

  it('reaches the lots of a frozen list through the entry that froze it', () => {
    const submission = newId();
    const approval = entry({ type: 'batch.approved', data: { submission } });
    expect(lotsOf(approval)).toEqual({ lots: [], through: submission });
  });

  it('touches none where there are none', () => {
    expect(lotsOf(entry({ type: 'agency.added', data: { agency: newId() } }))).toEqual({ lots: [] });
  });
});

describe('what an entry proves that people did', () => {
  it('counts both officers of a seizure and whoever entered it, each once', () => {
    const [a, b] = [newId(), newId()];
    const seized = entry({
      type: 'seizure.registered',
      actor: { person: a, agency: newId() },
      data: { officers: [a, b] },
    });
    expect(actsOf(seized)).toEqual([
      { person: a, act: 'seized' },
      { person: b, act: 'seized' },
    ]);
  });

  it('counts the lead of a planned event besides the planner', () => {
    const lead = newId();
    const planned = entry({ type: 'event.planned', data: { lead } });
    expect(actsOf(planned)).toEqual([
      { person, act: 'proposed' },
      { person: lead, act: 'led' },
    ]);
  });

  it('says nothing of entries that touch no goods', () => {
    expect(actsOf(entry({ type: 'agency.added' }))).toEqual([]);
  });
});

it('describes every type by an object of named fields', () => {
  for (const [type, schema] of Object.entries(entryTypes)) {
    const errors: { code: string }[] = [];
    schema.check('no object', '', errors as never);
    expect([type, errors.map(({ code }) => code)]).toEqual([type, ['entry.not-object']]);
  }
});
