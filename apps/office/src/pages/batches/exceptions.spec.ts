import { exceptionsIn } from './exceptions.js';

const lines = [
  { lot: 'a', code: 'LOT-2026-00001' },
  { lot: 'b', code: 'LOT-2026-00002' },
];
const codesOf = (act: () => unknown) => {
  try {
    return act();
  } catch (error) {
    return (error as { fields: { code: string }[] }).fields.map(({ code }) => code);
  }
};

describe('“except these lots”', () => {
  it('takes codes parted by commas, spaces or lines, for one reason', () => {
    expect(exceptionsIn('lot-2026-00002，LOT-2026-00001', lines, '缺照片')).toEqual([
      { lot: 'b', reason: '缺照片' },
      { lot: 'a', reason: '缺照片' },
    ]);
  });

  it('is refused without lots, for a lot that is not on the list, and without a reason', () => {
    expect(codesOf(() => exceptionsIn('', lines, 'x'))).toEqual(['form.except-missing']);
    expect(codesOf(() => exceptionsIn('LOT-2026-00009', lines, ''))).toEqual([
      'form.except-unknown',
      'form.reason',
    ]);
  });
});
