import { derivedId, type BatchId, type EventId } from '#kernel';
import { agency, entry, lot, person, start } from '../../../../test/support/event-samples.js';
import { planEvent, type BatchToDestroy, type PersonOfEvent, type PlanFacts } from './plan-event.js';

const batch = (own: Partial<BatchToDestroy> = {}): BatchToDestroy => ({
  batch: derivedId<BatchId>('batch', '1'),
  reference: 'PC-2026-0061',
  submission: entry('submission'),
  state: 'approved',
  agency: agency('mr'),
  list: { sites: [{ code: 'yard' }, { code: 'landfill' }] },
  lines: [
    { lot: lot(1), amount: '1860', unit: 'piece', site: 'yard', status: 'allocated' },
    { lot: lot(2), amount: '1230', unit: 'pair', site: 'landfill', status: 'allocated' },
    { lot: lot(3), amount: '5', unit: 'piece', site: 'yard', status: 'staged' },
  ],
  ...own,
});
const who = (name: string, code: string, role: PersonOfEvent['roles'][number]): PersonOfEvent => ({
  id: person(name),
  agency: agency(code),
  roles: [role],
});
const people = [
  who('lead', 'mr', 'coordinator'),
  who('own', 'mr', 'witness'),
  who('outside', 'ps', 'witness'),
];
const request = {
  id: derivedId<EventId>('event', '1'),
  site: 'yard',
  startsAt: start,
  lead: person('lead'),
  witnesses: [person('own'), person('outside')],
};
const plan = (own: Partial<typeof request> = {}, facts: Partial<PlanFacts> = {}) =>
  planEvent(
    { ...request, ...own },
    {
      reference: 'HD-2026-0044',
      batch: batch(),
      people,
      keepers: new Map([[lot(1), agency('mr')]]),
      witnessesNeeded: 2,
      ...facts,
    },
  );

describe('a planned event', () => {
  it('takes what the batch still has at its site, and no goods of other sites or events', () => {
    const { data, postings } = plan();
    expect(data.lots).toEqual([{ lot: lot(1), amount: '1860', unit: 'piece' }]);
    expect(data).toMatchObject({ reference: 'HD-2026-0044', submission: entry('submission'), site: 'yard' });
    expect(postings).toBeUndefined();
  });

  it.each(['draft', 'submitted', 'rejected', 'withdrawn', 'emptied'])(
    'waits while the batch is %s',
    (state) => {
      expect(() => plan({}, { batch: batch({ state }) })).toThrow(
        expect.objectContaining({
          kind: 'conflict',
          code: 'event.batch-not-approved',
          facts: { batch: 'PC-2026-0061', state },
        }),
      );
    },
  );

  it('is at a site of the batch, which the refusal lists', () => {
    expect(() => plan({ site: 'moon' })).toThrow(
      expect.objectContaining({
        code: 'event.site-unknown',
        facts: { site: 'moon', sites: 'yard, landfill' },
      }),
    );
  });

  it('is the only one at its site until it ends', () => {
    expect(() => plan({}, { openAtSite: 'HD-2026-0043' })).toThrow(
      expect.objectContaining({
        code: 'event.site-has-event',
        facts: { event: 'HD-2026-0043', site: 'yard' },
      }),
    );
  });

  it('is for goods that are still there', () => {
    const gone = batch({ lines: batch().lines.map((line) => ({ ...line, status: 'staged' })) });
    expect(() => plan({}, { batch: gone })).toThrow(
      expect.objectContaining({ code: 'event.nothing-at-site' }),
    );
  });
});

describe('the people of an event', () => {
  const codesOf = (own: Partial<typeof request>, facts: Partial<PlanFacts> = {}) => {
    try {
      plan(own, facts);
    } catch (error) {
      return (error as { fields: { pointer: string; code: string }[] }).fields.map(
        ({ pointer, code }) => `${pointer} ${code}`,
      );
    }
    return [];
  };

  it('never have the lead as a witness', () => {
    expect(() => plan({ witnesses: [person('outside'), person('lead')] })).toThrow(
      expect.objectContaining({
        kind: 'refused',
        code: 'event.lead-as-witness',
        fields: [{ pointer: '/witnesses/1', code: 'event.lead-as-witness' }],
      }),
    );
  });

  it.each([
    ['an unknown or inactive person', people.slice(1)],
    ['a person without the role', [who('lead', 'mr', 'officer'), ...people.slice(1)]],
    ['a coordinator of another agency', [who('lead', 'ps', 'coordinator'), ...people.slice(1)]],
  ])('have no lead who is %s', (_, known) => {
    expect(codesOf({}, { people: known })).toEqual(['/lead event.lead-not-coordinator']);
  });

  it('are witnesses by role, each once, as many as the rule pack asks', () => {
    expect(codesOf({ witnesses: [person('outside'), person('nobody')] })).toEqual([
      '/witnesses/1 event.not-witness-role',
    ]);
    expect(codesOf({ witnesses: [person('outside'), person('outside')] })).toEqual([
      '/witnesses/1 event.witness-twice',
      '/witnesses event.too-few-witnesses',
    ]);
    expect(codesOf({ witnesses: [] })).toEqual(['/witnesses event.too-few-witnesses']);
    expect(codesOf({}, { witnessesNeeded: 3 })).toEqual(['/witnesses event.too-few-witnesses']);
  });

  it('have a witness from outside the agency that keeps the goods', () => {
    const inside = [...people, who('second', 'mr', 'witness')];
    const witnesses = [person('own'), person('second')];
    expect(codesOf({ witnesses }, { people: inside })).toEqual(['/witnesses event.no-outside-witness']);
    const keepers = new Map([[lot(1), agency('tb')]]);
    expect(codesOf({ witnesses }, { people: inside, keepers })).toEqual([]);
  });
});
