import { keptForm, keptValues } from './kept-values.js';

describe('a form that meets an ended session', () => {
  it('keeps what was typed, but no password and no token', () => {
    expect(
      keptValues({ csrf: 'x', password: 'p', newPassword: 'q', place: '仓库', lots: ['a', 'b'] }),
    ).toEqual({
      place: '仓库',
      lots: ['a', 'b'],
    });
    expect(keptValues({ csrf: 'x' })).toBeUndefined();
    expect(keptValues(undefined)).toBeUndefined();
  });

  it('comes back as fields for the address it was meant for', () => {
    const kept = JSON.stringify({ action: '/seizures/new', values: { place: '仓库', lots: ['a', 'b'] } });
    expect(keptForm(kept)).toEqual({
      action: '/seizures/new',
      fields: [
        ['place', '仓库'],
        ['lots', 'a'],
        ['lots', 'b'],
      ],
    });
  });

  it.each([
    undefined,
    '',
    '{',
    'null',
    '{"action":"//evil.example","values":{"a":"b"}}',
    '{"action":"/a","values":{"a":{"b":1}}}',
  ])('is dropped when it is not ours: %s', (text) => {
    expect(keptForm(text)).toBeUndefined();
  });
});
