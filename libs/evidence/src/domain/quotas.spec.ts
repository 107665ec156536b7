import { isFarBelow, refuseBeyond, withMore } from './quotas.js';

const mebibyte = 1_048_576;
const quotas = { personDailyBytes: 100 * mebibyte, seizureBytes: 200 * mebibyte };

describe('an upload quota', () => {
  it('lets the last byte through and refuses the next', () => {
    const taken = { byPerson: 99 * mebibyte, ofSeizure: 199 * mebibyte };
    expect(() => refuseBeyond(quotas, taken, mebibyte)).not.toThrow();
    expect(() => refuseBeyond(quotas, taken, mebibyte + 1)).toThrow('upload.person-quota');
    expect(() => refuseBeyond(quotas, { ...taken, byPerson: 0 }, mebibyte + 1)).toThrow(
      'upload.seizure-quota',
    );
  });

  it('of a seizure does not concern what belongs to none', () => {
    expect(() => refuseBeyond({ ...quotas, seizureBytes: 0 }, { byPerson: 0 }, mebibyte)).not.toThrow();
  });

  it('asks for an exact sum as soon as less than a tenth of it is left', () => {
    const taken = { byPerson: 50 * mebibyte, ofSeizure: 50 * mebibyte };
    expect(isFarBelow(quotas, taken)).toBe(true);
    expect(isFarBelow(quotas, withMore(taken, 39 * mebibyte))).toBe(true);
    expect(isFarBelow(quotas, withMore(taken, 40 * mebibyte))).toBe(false);
    expect(isFarBelow({ ...quotas, seizureBytes: 55 * mebibyte }, taken)).toBe(false);
    expect(withMore({ byPerson: 1 }, 2)).toEqual({ byPerson: 3 });
  });
});
