import { numberedKind, plainText } from './plain-text.js';

describe('what is typed into the search box', () => {
  it('is the same in full width and half width, in capitals and small letters, with more or fewer spaces', () => {
    expect(plainText('  ＣＫ－２０２６－０４０７　')).toBe('ck-2026-0407');
    expect(plainText('Nike \t  AIR')).toBe('nike air');
    expect(plainText('烟立〔2026〕17号')).toBe('烟立〔2026〕17号');
  });

  it('has no control characters and no more than 100 characters', () => {
    expect(plainText('a\u0000b\u009fc')).toBe('a b c');
    expect(plainText('x'.repeat(5000))).toHaveLength(100);
    expect(plainText('\u0000')).toBe('');
  });
});

describe('a whole number', () => {
  it('is known by its form', () => {
    expect(numberedKind('ck-2026-0407')).toBe('seizures');
    expect(numberedKind('lot-2026-02218')).toBe('lots');
    expect(numberedKind('pc-2026-0061')).toBe('batches');
    expect(numberedKind('hd-2026-0044')).toBe('events');
    expect(numberedKind('slx-2026-000039-k')).toBe('certificates');
  });

  it('is nothing shorter and nothing with more beside it', () => {
    for (const text of ['ck-2026-04', 'ck-2026', "ck-2026-0407' or 1=1", 'x ck-2026-0407', ''])
      expect(numberedKind(text)).toBeUndefined();
  });
});
