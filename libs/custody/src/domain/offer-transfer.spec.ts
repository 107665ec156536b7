import { derivedId, type AgencyId, type LotId, type PersonId, type TransferId } from '#kernel';
import { offerTransfer, type OfferFacts, type OfferRequest } from './offer-transfer.js';
import type { LotToOffer } from './transfer.js';

const agency = (code: string) => derivedId<AgencyId>('agency', code);
const person = (name: string) => derivedId<PersonId>('person', name);
const lotId = (n: number) => derivedId<LotId>('lot', String(n));
const transfer = derivedId<TransferId>('transfer', '1');

const officer = { person: person('officer'), agency: agency('mr'), officer: true };
const custodian = { person: person('custodian'), agency: agency('mr'), officer: false };
const keeper = { agency: agency('mr'), custodian: custodian.person };

const lot = (own: Partial<LotToOffer> = {}): LotToOffer => ({
  lot: lotId(1),
  unit: 'piece',
  responsible: agency('mr'),
  balances: { 'with-officers': '1860' },
  ...own,
});
const offer = (request: Partial<OfferRequest> = {}, facts: Partial<OfferFacts> = {}) =>
  offerTransfer(
    { id: transfer, to: person('custodian'), lots: [{ lot: lotId(1) }], ...request },
    { giver: officer, receiverIsCustodian: true, lots: [lot()], ...facts },
  );
const refusalOf = (request: Partial<OfferRequest>, facts: Partial<OfferFacts> = {}) => {
  try {
    offer(request, facts);
  } catch (error) {
    return (error as { fields: { pointer: string; code: string; facts?: object }[] }).fields[0];
  }
  throw new Error('was not refused');
};

describe('an offer', () => {
  it('names all that is with the officers where no quantity is given', () => {
    expect(offer({ location: '甲 3-1' }).data).toEqual({
      to: person('custodian'),
      lots: [{ lot: lotId(1), amount: '1860', unit: 'piece' }],
      location: '甲 3-1',
    });
  });

  it('moves nothing by itself', () => {
    expect(offer().postings).toBeUndefined();
  });

  it('takes a part of what is with the officers', () => {
    expect(offer({ lots: [{ lot: lotId(1), amount: '0.5' }] }).data.lots[0]!.amount).toBe('0.5');
  });

  it('hands over stored goods as a whole, reserved ones with them', () => {
    const stored = lot({ keeper, balances: { custody: '860', allocated: '1000' } });
    const facts = { giver: custodian, lots: [stored] };
    expect(offer({ to: person('other') }, facts).data.lots[0]!.amount).toBe('1860');
    const part = { to: person('other'), lots: [{ lot: lotId(1), amount: '860' }] };
    expect(refusalOf(part, facts)).toMatchObject({ code: 'transfer.whole-only', facts: { there: '1860' } });
  });

  it.each<[string, Partial<LotToOffer>, OfferFacts['giver'], string]>([
    ['goods of another agency’s case', { responsible: agency('tb') }, officer, 'transfer.not-with-you'],
    ['goods that a custodian does not keep', {}, custodian, 'transfer.not-with-you'],
    [
      'goods that are all in the store',
      { keeper, balances: { custody: '1860' } },
      officer,
      'transfer.nothing-left',
    ],
    [
      'goods that are out for an event',
      { keeper, balances: { staged: '1860' } },
      custodian,
      'transfer.nothing-left',
    ],
    ['goods that are on their way', { open: transfer }, officer, 'transfer.lot-in-transfer'],
    [
      'the rest of a lot that another one keeps',
      { keeper: { ...keeper, custodian: person('third') } },
      officer,
      'transfer.other-keeper',
    ],
  ])('refuses %s', (_, own, giver, code) => {
    const to = giver === custodian ? person('other') : person('custodian');
    expect(refusalOf({ to }, { giver, lots: [lot(own)] })).toMatchObject({ pointer: '/lots/0', code });
  });

  it('refuses more than there is, by the smallest step', () => {
    const lots = [{ lot: lotId(1), amount: '1860.000001' }];
    expect(refusalOf({ lots })).toMatchObject({
      code: 'transfer.more-than-there-is',
      facts: { there: '1860', unit: 'piece' },
    });
  });

  it('names every lot that can’t go at once', () => {
    const lots = [lotId(1), lotId(2), lotId(3)];
    const facts = [lot(), lot({ lot: lotId(2), balances: {} }), lot({ lot: lotId(3), open: transfer })];
    const act = () => offer({ lots: lots.map((id) => ({ lot: id })) }, { lots: facts });
    expect(act).toThrow(
      expect.objectContaining({
        kind: 'conflict',
        code: 'transfer.cannot-offer',
        fields: [
          expect.objectContaining({ pointer: '/lots/1', code: 'transfer.nothing-left' }),
          expect.objectContaining({ pointer: '/lots/2', code: 'transfer.lot-in-transfer' }),
        ],
      }),
    );
  });

  it('refuses a receiver who is the giver or no custodian', () => {
    expect(refusalOf({ to: officer.person })).toMatchObject({ pointer: '/to', code: 'transfer.to-oneself' });
    expect(refusalOf({}, { receiverIsCustodian: false })).toMatchObject({
      code: 'transfer.receiver-not-custodian',
    });
  });

  it('refuses a lot that is named twice', () => {
    const lots = [{ lot: lotId(1) }, { lot: lotId(1) }];
    expect(refusalOf({ lots })).toMatchObject({ pointer: '/lots/1/lot', code: 'transfer.lot-twice' });
  });
});
