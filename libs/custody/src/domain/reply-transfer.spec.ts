import { derivedId, type EntryId, type LotId, type PersonId, type TransferId } from '#kernel';
import { acceptTransfer, type CountedLine } from './accept-transfer.js';
import { confirmTransfer, foundLotId, surpluses } from './confirm-transfer.js';
import { refuseTransfer } from './refuse-transfer.js';
import type { Transfer, TransferLine } from './transfer.js';

const [giver, receiver, stranger] = ['giver', 'receiver', 'stranger'].map((name) =>
  derivedId<PersonId>('person', name),
) as [PersonId, PersonId, PersonId];
const id = derivedId<TransferId>('transfer', '1');
const accepted = derivedId<EntryId>('entry', '1');
const [jackets, shoes] = ['1', '2'].map((n) => derivedId<LotId>('lot', n)).sort() as [LotId, LotId];

const lines: readonly TransferLine[] = [
  { lot: jackets, offered: '1860', unit: 'piece', source: 'with-officers' },
  { lot: shoes, offered: '1230', unit: 'pair', source: 'with-officers' },
];
const transfer = (own: Partial<Transfer> = {}): Transfer => ({
  id,
  state: 'offered',
  giver,
  receiver,
  lines,
  location: '甲 3-1',
  ...own,
});
const counted = (first: string, second: string): CountedLine[] => [
  { lot: jackets, received: first, sealsIntact: 'yes' },
  { lot: shoes, received: second, sealsIntact: 'no', note: '封条破损' },
];
const accept = (count = counted('1860', '1230'), own: Partial<Transfer> = {}, person = receiver) =>
  acceptTransfer(transfer(own), { person, lines: count });

describe('the receiver’s count', () => {
  it('moves the goods at once where it agrees with the offer', () => {
    const { data, postings } = accept();
    expect(data).toMatchObject({ awaitsGiver: 'no', location: '甲 3-1' });
    expect(postings).toEqual([
      { lot: jackets, from: 'with-officers', to: 'custody', amount: '1860', unit: 'piece' },
      { lot: shoes, from: 'with-officers', to: 'custody', amount: '1230', unit: 'pair' },
    ]);
  });

  it('keeps seals and notes of every line', () => {
    expect(accept().data.lines[1]).toEqual({
      lot: shoes,
      offered: '1230',
      received: '1230',
      unit: 'pair',
      sealsIntact: 'no',
      note: '封条破损',
    });
  });

  it('posts nothing for goods that are in custody already: only their keeper changes', () => {
    const kept = lines.map((line) => ({ ...line, source: 'custody' as const }));
    expect(accept(counted('1860', '1230'), { lines: kept }).postings).toEqual([]);
  });

  it.each([
    ['less', '1226'],
    ['more', '1231'],
    ['nothing', '0'],
  ])('waits for the giver where %s was counted', (_, second) => {
    const draft = accept(counted('1860', second));
    expect(draft.data.awaitsGiver).toBe('yes');
    expect(draft.postings).toBeUndefined();
  });

  it('may be made again until the giver confirms', () => {
    expect(accept(counted('1860', '1230'), { state: 'awaiting-giver', accepted }).data.awaitsGiver).toBe(
      'no',
    );
  });

  it.each(['accepted', 'refused'] as const)('is refused once the transfer is %s', (state) => {
    expect(() => accept(undefined, { state })).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'transfer.ended', facts: { state } }),
    );
  });

  it('is for the named receiver alone', () => {
    for (const person of [giver, stranger]) {
      expect(() => accept(undefined, {}, person)).toThrow(
        expect.objectContaining({ kind: 'refused', code: 'transfer.not-receiver' }),
      );
    }
  });

  it('names every line that is missing, twice or not offered', () => {
    const [first] = counted('1860', '1230');
    const foreign = derivedId<LotId>('lot', 'foreign');
    expect(() => accept([first!, first!, { ...first!, lot: foreign }])).toThrow(
      expect.objectContaining({
        kind: 'invalid',
        fields: [
          { pointer: '/lines/1/lot', code: 'transfer.lot-twice', facts: { lot: jackets } },
          { pointer: '/lines/2/lot', code: 'transfer.line-not-offered', facts: { lot: foreign } },
          { pointer: '/lines', code: 'transfer.line-missing', facts: { lot: shoes } },
        ],
      }),
    );
  });
});

describe('the giver’s confirmation', () => {
  const waiting = (received: string, own: Partial<Transfer> = {}) =>
    transfer({
      state: 'awaiting-giver',
      accepted,
      lines: [lines[0]!, { ...lines[1]!, received }].map((line) => ({ received: '1860', ...line })),
      ...own,
    });
  const origins = [{ lot: shoes, category: 'sport-shoes', description: '男女跑鞋', brand: 'N' }];

  it('books what is missing as shortage', () => {
    const { postings, data } = confirmTransfer(waiting('1226'), giver, { origins, codes: [] });
    expect(postings).toContainEqual({
      lot: shoes,
      from: 'with-officers',
      to: 'custody',
      amount: '1226',
      unit: 'pair',
    });
    expect(postings).toContainEqual({
      lot: shoes,
      from: 'with-officers',
      to: 'shortage',
      amount: '4',
      unit: 'pair',
    });
    expect(data).toEqual({ accepted, lots: [jackets, shoes] });
  });

  it('takes what a custodian lacks from that store', () => {
    const kept = waiting('1226', {
      lines: [{ ...lines[1]!, source: 'custody', received: '1226' }],
    });
    expect(confirmTransfer(kept, giver, { origins, codes: [] }).postings).toEqual([
      { lot: shoes, from: 'custody', to: 'shortage', amount: '4', unit: 'pair' },
    ]);
  });

  it('makes what is more a new counted lot beside the old one, with its own code', () => {
    expect(surpluses(waiting('1240').lines).map(({ lot }) => lot)).toEqual([shoes]);
    const draft = confirmTransfer(waiting('1240'), giver, { origins, codes: ['LOT-2026-00009'] });
    const base = { amount: '10', unit: 'pair' };
    expect(draft.data.found).toEqual([
      {
        lot: foundLotId(id, shoes),
        code: 'LOT-2026-00009',
        category: 'sport-shoes',
        description: '男女跑鞋',
        brand: 'N',
        declared: base,
        base,
        basis: 'counted',
        foundWith: shoes,
      },
    ]);
    expect(draft.postings).toContainEqual({
      lot: foundLotId(id, shoes),
      from: 'seized',
      to: 'custody',
      ...base,
    });
    expect(draft.postings).toContainEqual({
      lot: shoes,
      from: 'with-officers',
      to: 'custody',
      amount: '1230',
      unit: 'pair',
    });
  });

  it('is the giver’s alone, and only where a difference waits', () => {
    const facts = { origins, codes: [] };
    expect(() => confirmTransfer(waiting('1226'), receiver, facts)).toThrow(
      expect.objectContaining({ kind: 'refused', code: 'transfer.not-giver' }),
    );
    expect(() => confirmTransfer(transfer(), giver, facts)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'transfer.nothing-to-confirm' }),
    );
    expect(() => confirmTransfer(waiting('1226', { state: 'accepted' }), giver, facts)).toThrow(
      expect.objectContaining({ code: 'transfer.ended' }),
    );
  });
});

describe('a refusal of the whole', () => {
  it.each([giver, receiver])('is for either party and moves nothing', (person) => {
    const draft = refuseTransfer(transfer(), { person, reason: '库位已满' });
    expect(draft.data).toEqual({ reason: '库位已满', lots: [jackets, shoes] });
    expect(draft).not.toHaveProperty('postings');
  });

  it('is for nobody else, and not after the end', () => {
    expect(() => refuseTransfer(transfer(), { person: stranger, reason: 'x' })).toThrow(
      expect.objectContaining({ kind: 'refused', code: 'transfer.not-a-party' }),
    );
    expect(() => refuseTransfer(transfer({ state: 'refused' }), { person: giver, reason: 'x' })).toThrow(
      expect.objectContaining({ code: 'transfer.ended' }),
    );
  });
});
