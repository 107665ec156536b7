import { DomainError, sha256Hex } from '#kernel';
import { fieldOf, plainCounts, reportIn } from './report-form.js';

const photos = ['a', 'b', 'c'].map((name) => ({ sha256: sha256Hex(name), stage: 'after', damaged: false }));

describe('the form that prepares a publication', () => {
  it('takes the ticked photos alone, with their words', () => {
    const values = {
      'photo-1': 'yes',
      'zh-1': ' 碾压 ',
      'en-1': 'Crushed',
      'zh-0': '没有选',
      attendance: '120',
    };
    expect(reportIn(values, photos)).toEqual({
      request: { photos: [{ sha256: sha256Hex('b'), zh: '碾压', en: 'Crushed' }], attendance: 120 },
      rows: [1],
    });
  });

  it.each(['12a', '-1', '1.5', '1e3', '９'])(
    'leaves a count that is none for the check to name: %s',
    (typed) => {
      expect(reportIn({ leaflets: typed }, photos).request).toEqual({ photos: [], leaflets: typed });
    },
  );

  it('finds the field that an error means, by the row of the list', () => {
    expect(fieldOf('/photos/0/zh', [1])).toBe('zh-1');
    expect(fieldOf('/photos/0', [2])).toBe('photo-2');
    expect(fieldOf('/leaflets', [])).toBe('leaflets');
    expect(fieldOf('/photos', [])).toBeUndefined();
    expect(fieldOf('/nothing', [])).toBeUndefined();
  });

  it('speaks of people and leaflets in one sentence, whatever was wrong with the number', () => {
    const error = new DomainError('invalid', 'request.invalid', {}, [
      { pointer: '/attendance', code: 'field.isInt' },
      { pointer: '/photos/0/zh', code: 'publication.describe' },
    ]);
    expect(plainCounts(error).fields.map(({ code }) => code)).toEqual([
      'publication.count',
      'publication.describe',
    ]);
  });
});
