import { resultIn, stagingIn, statementIn } from './event-forms.js';

const lines = [
  { lot: 'a', allocated: { unit: 'bottle' } },
  { lot: 'b', allocated: { unit: 'piece' }, excluded: true },
  { lot: 'c', allocated: { unit: 'piece' } },
];

describe('the forms of an event', () => {
  it('count every line that is still in the event, in its own unit', () => {
    const values = {
      'lines.0.staged': '1,000',
      'lines.2.staged': '9',
      'lines.2.short': '1',
      'lines.2.reason': '破损',
    };
    expect(stagingIn(values, lines)).toEqual({
      lines: [
        { lot: 'a', staged: { amount: '1000', unit: 'bottle' } },
        {
          lot: 'c',
          staged: { amount: '9', unit: 'piece' },
          short: { amount: '1', unit: 'piece' },
          reason: '破损',
        },
      ],
    });
  });

  it('never fill in what was destroyed, and take no entry or zero for nothing returned', () => {
    expect(resultIn({ destroyed: '5', returned: '0', missing: '' }, lines, 'a')).toEqual({
      destroyed: { amount: '5', unit: 'bottle' },
    });
    expect(resultIn({}, lines, 'a').destroyed).toEqual({ amount: '', unit: 'bottle' });
  });

  it('let a witness speak of the lines as they were shown', () => {
    expect(
      statementIn(
        { statement: '看到', from: '2026-11-18 09:00', to: '2026-11-18 10:00', sha256: 'f' },
        lines,
      ),
    ).toEqual({
      statement: '看到',
      from: '2026-11-18T01:00:00.000Z',
      to: '2026-11-18T02:00:00.000Z',
      lines: ['a', 'c'],
      sha256: 'f',
    });
  });
});
