import type { OfferableLot } from '#custody';
import { derivedId, type LotId } from '#kernel';
import { chosenLots, offerFieldOf, offerRequest } from './offer-form.js';
import { codeOfTransfer } from './transfer-code.js';

const [a, b] = ['a', 'b'].map((name) => derivedId<LotId>('lot', name)) as [LotId, LotId];
const offerable = [{ lot: a, unit: 'piece' } as OfferableLot];

describe('the form of an offer', () => {
  it('takes each ticked lot once, and nothing that is no id', () => {
    expect(chosenLots({ lot: [a, b, a.toUpperCase(), 'x'] })).toEqual([a, b]);
    expect(chosenLots({ lot: a })).toEqual([a]);
    expect(chosenLots({})).toEqual([]);
  });

  it('offers a lot as a whole unless an amount is typed', () => {
    const values = { lot: [a, b], [`quantity.${a}`]: '1,860', to: 'p', location: '' };
    expect(offerRequest(values, offerable)).toEqual({
      to: 'p',
      lots: [{ lot: a, quantity: { amount: '1860', unit: 'piece' } }, { lot: b }],
    });
  });

  it('leads each refusal to its field', () => {
    expect(offerFieldOf('/lots/1/quantity', [a, b])).toBe(`quantity.${b}`);
    expect(offerFieldOf('/lots/0', [a, b])).toBe(`quantity.${a}`);
    expect(offerFieldOf('/to', [])).toBe('to');
    expect(offerFieldOf('/lots', [])).toBe('lots');
    expect(offerFieldOf('/happened', [])).toBeUndefined();
  });
});

it('a hand-over is named by the random end of its id', () => {
  expect(codeOfTransfer('0199b0f2-0000-7000-8000-0000abcd12ef')).toBe('YJ-ABCD12EF');
});
