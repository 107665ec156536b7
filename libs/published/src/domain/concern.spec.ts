import { concernLimits, concernReference, isConcernReference, readConcern } from './concern.js';

const id = '0198c1a2-0000-7000-8000-000000000001';
const typed = { language: 'zh-CN' as const, about: '', body: '销毁现场的货物又在市场出售。', contact: '' };
const faults = (own: Partial<typeof typed>): string[] => {
  try {
    readConcern(id, { ...typed, ...own });
    return [];
  } catch (error) {
    return (error as { fields: { pointer: string; code: string }[] }).fields.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );
  }
};

describe('a concern that somebody reports', () => {
  it('is kept as typed, without spaces around it, with line ends of one kind', () => {
    expect(readConcern(id, { ...typed, body: ' 第一行，说明情况\r\n第二行 ', contact: ' 138 ' })).toEqual({
      ...{ id, language: 'zh-CN', about: '', body: '第一行，说明情况\n第二行', contact: '138' },
      reference: concernReference(id),
    });
  });

  it.each([
    ['slx-2026-000039-i', 'SLX-2026-000039-I'],
    ['ＰＣ－２０２６－００６１', 'PC-2026-0061'],
    ['县局后院 的 活动', '县局后院 的 活动'],
  ])('names what it is about: %s', (about, kept) => {
    expect(readConcern(id, { ...typed, about }).about).toBe(kept);
  });

  it.each<[string, Partial<typeof typed>, string[]]>([
    ['says nothing', { body: ' ' }, ['/body concern.too-short']],
    ['says next to nothing', { body: '假的' }, ['/body concern.too-short']],
    ['never ends', { body: 'x'.repeat(concernLimits.body + 1) }, ['/body concern.too-long']],
    ['holds control characters', { body: 'a long text\u0000 with NUL' }, ['/body concern.not-text']],
    ['holds half a character', { contact: '\ud800' }, ['/contact concern.not-text']],
    [
      'is about too much',
      { about: 'x'.repeat(61), contact: 'y'.repeat(201) },
      ['/about concern.too-long', '/contact concern.too-long'],
    ],
  ])('is refused where it %s', (_what, own, expected) => {
    expect(faults(own)).toEqual(expected);
  });

  it('has a reference that follows from the form alone', () => {
    expect(isConcernReference(concernReference(id))).toBe(true);
    expect(concernReference(id)).toBe(concernReference(id));
    expect(concernReference(id)).not.toBe(concernReference(id.replace('1', '2')));
    for (const text of ['', 'JB-0000', 'JB-OOOO-0000', '<script>', 'jb-0000-0000'])
      expect([text, isConcernReference(text)]).toEqual([text, false]);
  });
});
