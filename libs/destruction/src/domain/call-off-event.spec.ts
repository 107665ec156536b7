import type { Instant } from '#kernel';
import { event, line, lot, stagedLine } from '../../../../test/support/event-samples.js';
import { cancelEvent, postponeEvent } from './call-off-event.js';
import { completionOf } from './completion.js';

const later = { startsAt: '2026-12-01T01:00:00.000Z' as Instant, reason: '焚烧炉检修' };
const posting = (to: string, amount: string) => ({ lot: lot(1), from: 'staged', to, amount, unit: 'piece' });

describe('postponing', () => {
  it('moves the time, gives the reason and leaves the goods where they are', () => {
    const draft = postponeEvent(event(), later);
    expect(draft.data).toMatchObject(later);
    expect(draft).not.toHaveProperty('postings');
  });

  it('is too late after the end', () => {
    expect(() => postponeEvent(event({ state: 'closed' }), later)).toThrow(
      expect.objectContaining({ code: 'event.over' }),
    );
  });
});

describe('calling off', () => {
  const cancel = (
    lines: { lot: ReturnType<typeof lot>; returned: string; missing: string }[],
    of = event(),
  ) => cancelEvent(of, { reason: '暴雨', lines });

  it('counts staged goods back into custody, and what is gone is a shortage', () => {
    const draft = cancel([{ lot: lot(1), returned: '1850', missing: '10' }]);
    expect(draft.postings).toEqual([posting('custody', '1850'), posting('shortage', '10')]);
    expect(draft.data).toMatchObject({
      returned: [{ lot: lot(1), amount: '1850', unit: 'piece' }],
      missing: [{ lot: lot(1), amount: '10', unit: 'piece' }],
    });
  });

  it('needs no recount where nothing has left the store', () => {
    const lines = [line(1), line(2, { excluded: true }), stagedLine(3, { staged: '0', short: '1860' })];
    const draft = cancel([], event({ lines }));
    expect(draft.postings).toEqual([]);
    expect(draft.data).not.toHaveProperty('returned');
  });

  it('names every staged lot that was not counted back, counted wrongly or never left', () => {
    const lines = [stagedLine(1), stagedLine(2), line(3)];
    const recount = [
      { lot: lot(2), returned: '1859', missing: '0' },
      { lot: lot(3), returned: '1860', missing: '0' },
    ];
    expect(() => cancel(recount, event({ lines }))).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        fields: [
          {
            pointer: '/lines/0/returned',
            code: 'event.recount-sum',
            facts: { staged: '1860', sum: '1859', unit: 'piece' },
          },
          { pointer: '/lines/1/lot', code: 'event.line-not-staged', facts: { lot: lot(3) } },
          { pointer: '/lines', code: 'event.recount-missing', facts: { lot: lot(1) } },
        ],
      }),
    );
  });

  it('is too late after the end', () => {
    expect(() => cancel([], event({ state: 'cancelled' }))).toThrow(
      expect.objectContaining({ code: 'event.over' }),
    );
  });
});

describe('a batch', () => {
  const list = [1, 2, 3].map((n) => ({ lot: lot(n) }));
  const of = (state: 'planned' | 'staged' | 'closed' | 'cancelled', lots: number[], staged = '0') => ({
    reference: `HD ${lots.join()}`,
    state,
    lines: lots.map((n) => ({ lot: lot(n), staged })),
  });

  it('is complete when closed events and exclusions account for every lot', () => {
    const events = [of('closed', [1]), of('closed', [2])];
    expect(completionOf({ list, excluded: [{ lot: lot(3) }], events })).toEqual({
      complete: true,
      openLots: [],
      openEvents: [],
    });
    expect(completionOf({ list, excluded: [], events })).toMatchObject({
      complete: false,
      openLots: [lot(3)],
    });
  });

  it('is not complete while an event runs', () => {
    const events = [of('closed', [1, 2]), of('staged', [3])];
    expect(completionOf({ list, excluded: [], events })).toMatchObject({
      complete: false,
      openLots: [lot(3)],
      openEvents: ['HD 3'],
    });
  });

  it('counts what a cancelled event gave back, and waits for what it never took', () => {
    const cancelled = { ...of('cancelled', [1]), lines: [{ lot: lot(1), staged: '5' }, { lot: lot(2) }] };
    const events = [cancelled, of('closed', [3])];
    expect(completionOf({ list, excluded: [], events }).openLots).toEqual([lot(2)]);
  });
});
