import { builtInCatalogue } from '#catalogue';
import { Messages } from '#platform';
import { frozenBatch } from '../../../../../test/support/batch-samples.js';
import { wordsOf } from '../shell/words.js';
import { groupsOf, linesWith, totalsByUnit, type ListLine } from './batch-shown.js';

const words = wordsOf('zh-CN', new Messages({}), builtInCatalogue);
const shoes = { category: 'other-shoes', base: { amount: '5', unit: 'pair' }, responsible: 'mr' };
const { list } = frozenBatch();
const lines: ListLine[] = list.lines.map((one, i) => ({ ...one, ...(i === 2 && shoes), inBatch: true }));
const agency = (code: string) => code.toUpperCase();

describe('a frozen list', () => {
  it('has one sum for each unit, and never one of unlike units', () => {
    expect(totalsByUnit(lines, words)).toEqual([
      { amount: '600', unit: words.unit('cig-stick') },
      { amount: '5', unit: words.unit('pair') },
    ]);
  });

  it('is put together by agency, the largest group first', () => {
    const groups = groupsOf('agency', { lines, decisions: [] }, { words, agency });
    expect(groups.map(({ name, lots }) => [name, lots])).toEqual([
      ['TB', 2],
      ['MR', 1],
    ]);
  });

  it('leaves excluded lots out of the groups', () => {
    const without = lines.map((one, i) => ({ ...one, inBatch: i > 0 }));
    const groups = groupsOf('agency', { lines: without, decisions: [] }, { words, agency });
    expect(groups.find(({ name }) => name === 'TB')!.units).toEqual([
      { amount: '400', unit: words.unit('cig-stick') },
    ]);
  });

  it('is put together by decision, lots without one apart', () => {
    const decisions = [
      { id: 'd', number: '〔2026〕1号', kind: 'confiscation', finalAt: '', lots: [lines[0]!.lot] },
    ];
    const names = groupsOf('decision', { lines, decisions }, { words, agency }).map(({ name }) => name);
    expect(names).toEqual(['—', '〔2026〕1号']);
  });

  it('is searched by number, goods and category', () => {
    expect(linesWith(lines, '00002', words).map(({ code }) => code)).toEqual(['LOT-2026-00002']);
    expect(linesWith(lines, words.category('other-shoes'), words)).toHaveLength(1);
    expect(linesWith(lines, '', words)).toHaveLength(3);
    expect(linesWith(lines, 'nothing like it', words)).toEqual([]);
  });
});
