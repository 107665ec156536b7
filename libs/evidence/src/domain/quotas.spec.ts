import { refuseBeyond } from './quotas.js';

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
});
