import { line, listFacts, lot } from '../../../../test/support/batch-samples.js';
import { differenceBetween } from './difference.js';
import { buildSnapshot } from './snapshot.js';

const version = (n: number, own: Parameters<typeof listFacts>[0] = {}) =>
  buildSnapshot(listFacts({ version: n, ...own }));

describe('the difference of two versions', () => {
  it('is empty where nothing but the version changed, in whatever order the members come back', () => {
    const stored = JSON.parse(JSON.stringify(version(1)), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    ) as ReturnType<typeof version>;
    expect(differenceBetween(stored, version(2))).toEqual({
      from: 1,
      to: 2,
      head: [],
      lines: [],
      papers: [],
    });
  });

  it('names lots that came, went or changed, with what they said before and say now', () => {
    const changed = line(2, { base: { amount: '399', unit: 'cig-stick' } });
    const { lines } = differenceBetween(version(1), version(2, { lines: [line(1), changed, line(4)] }));
    expect(lines.map(({ lot: id, before, after }) => [id, before?.base.amount, after?.base.amount])).toEqual([
      [lot(2), '400', '399'],
      [lot(3), '600', undefined],
      [lot(4), undefined, '800'],
    ]);
  });

  it('names a changed head and changed papers', () => {
    const { head, papers } = differenceBetween(
      version(1),
      version(2, { title: '新', required: ['tb', 'ps'] }),
    );
    expect(head).toEqual([{ field: 'title', before: '第一批', after: '新' }]);
    expect(papers).toEqual(['required']);
  });
});
