import type { AgencyId, EntryId, HoldId } from '#kernel';
import { lotOf, tobaccoBureau } from '../../../../test/support/lot-facts.js';
import { placeHold, releaseHold } from './holds.js';

const id = 'h1' as HoldId;
const other = 'other' as AgencyId;
const { lot } = lotOf();

describe('a legal hold', () => {
  it('is placed by the agency whose case it is', () => {
    const request = { id, lots: [lot], reason: '诉讼' };
    const draft = placeHold(request, [lotOf()], tobaccoBureau);
    expect(draft).toEqual({
      type: 'hold.placed',
      subject: { kind: 'hold', id },
      data: { lots: [lot], reason: '诉讼' },
    });
    expect(() => placeHold(request, [lotOf()], other)).toThrow('lot.unknown');
  });

  it('is released once, by the agency that placed it, for all of its lots', () => {
    const hold = { id, agency: tobaccoBureau, lots: [lot] };
    const by = { agency: tobaccoBureau, reason: '终结' };
    expect(releaseHold(hold, by).data).toEqual({ hold: id, lots: [lot], reason: '终结' });
    expect(() => releaseHold(hold, { ...by, agency: other })).toThrow('hold.unknown');
    expect(() => releaseHold(undefined, by)).toThrow('hold.unknown');
    expect(() => releaseHold({ ...hold, released: 'e9' as EntryId }, by)).toThrow('hold.already-released');
  });
});
