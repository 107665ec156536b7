import type { Entry } from '#entries';
import { derivedId, formatInstant, type Instant, type LotId, type PersonId } from '#kernel';
import type { NumberedEntry } from '#ledger';
import type { Words } from '../shell/words.js';
import { timelineOf } from './timeline.js';

const lot = derivedId<LotId>('lot', 'a');
const officer = derivedId<PersonId>('person', 'officer');
/** Says codes with their facts, so that what is told can be seen. */
const words = {
  t: (code: string, facts: object = {}) => [code, ...Object.values(facts)].join(' '),
  amount: (value: string) => value,
  unit: (code: string) => code,
  time: (instant: Instant) => instant.slice(0, 16).replace('T', ' '),
  date: (instant: Instant) => instant.slice(0, 10),
} as unknown as Words;
const view = { words, lot, person: (id: PersonId) => (id === officer ? 'officer' : 'somebody') };

const numbered = (seq: number, type: string, data: object, more: object = {}): NumberedEntry =>
  ({
    seq,
    leafHash: 'a'.repeat(58) + 'b'.repeat(6),
    entry: {
      type,
      data,
      happened: formatInstant(1_795_000_000_000),
      recorded: formatInstant(1_795_000_000_000),
      actor: { person: officer },
      subject: { kind: type.split('.')[0], id: 'x', version: 1 },
      postings: [],
      ...more,
    } as unknown as Entry,
  }) as NumberedEntry;

describe('the history of a lot', () => {
  it('has the newest entry on top, with who did it and where it stands in the ledger', () => {
    const items = timelineOf(
      [
        numbered(4, 'seizure.registered', { measure: 'seizure', place: '仓库' }),
        numbered(7, 'seizure.confirmed', {}),
      ],
      view,
    );
    expect(items.map(({ name }) => name)).toEqual([
      'entry.name-seizure.confirmed',
      'entry.name-seizure.registered',
    ]);
    expect(items[1]).toMatchObject({
      details: 'measure.seizure · 仓库',
      person: 'officer',
      href: '/seizures/x',
      entries: [{ seq: 4, short: 'aaaaaa…bbbbbb' }],
    });
  });

  it('tells how this lot’s goods moved, and nothing of other lots', () => {
    const other = derivedId<LotId>('lot', 'b');
    const postings = [lot, other].map((one) => ({
      lot: one,
      from: 'with-officers',
      to: 'custody',
      amount: one === lot ? '856' : '99',
      unit: 'bottle',
    }));
    const lines = postings.map(({ lot: one, amount, unit }) => ({
      lot: one,
      offered: amount,
      received: amount,
      unit,
      sealsIntact: 'yes',
    }));
    const [item] = timelineOf(
      [numbered(9, 'transfer.accepted', { lines, awaitsGiver: 'no', location: '甲 3-1' }, { postings })],
      view,
    );
    expect(item!.moves).toEqual(['timeline.move account.with-officers account.custody 856 bottle']);
    expect(item!.details).toBe('timeline.counted 856 856 bottle · timeline.seals seals.yes · 甲 3-1');
    expect(JSON.stringify(item)).not.toContain('99');
  });

  it('takes photos of one person and stage together, each with its number', () => {
    const photos = [1, 2, 3].map((seq) =>
      numbered(seq, 'photo.added', { stage: seq < 3 ? 'seizure' : 'after' }),
    );
    expect(timelineOf(photos, view).map(({ entries }) => entries.map(({ seq }) => seq))).toEqual([
      [3],
      [1, 2],
    ]);
  });

  it('says when and why something was entered late', () => {
    const late = { recorded: formatInstant(1_795_000_000_000 + 25 * 3600 * 1000), lateReason: '断网' };
    const [item] = timelineOf([numbered(1, 'hold.placed', { reason: '诉讼' }, late)], view);
    expect(item).toMatchObject({ details: '诉讼', late: '断网', recorded: expect.any(String) });
  });

  it('does not take the end of a witness’s presence for a person', () => {
    const [item] = timelineOf(
      [numbered(1, 'event.witnessed', { statement: '全程在场', to: formatInstant(1), lines: [lot] })],
      view,
    );
    expect(item!.details).toBe('全程在场');
  });
});
