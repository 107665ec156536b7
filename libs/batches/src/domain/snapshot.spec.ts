import { parseCanonical } from '#merkle';
import { sha256Hex, type Instant } from '#kernel';
import { line, listFacts, lot } from '../../../../test/support/batch-samples.js';
import { buildSnapshot, snapshotBytes, snapshotHash } from './snapshot.js';

const decision = {
  id: 'd1',
  number: '示烟处〔2026〕1号',
  kind: 'confiscation',
  finalAt: '2026-06-01T00:00:00.000Z' as Instant,
};
const appraisal = { id: 'a1', result: 'counterfeit', reportNumber: 'J-1' };

describe('a frozen list', () => {
  it('is the same whatever the order in which its parts were found', () => {
    const [first, second] = [sha256Hex('first'), sha256Hex('second')].sort() as [never, never];
    const lines = [line(1, { photos: [second, first, second] }), line(2), line(3)];
    const one = buildSnapshot(listFacts({ lines, required: ['tb', 'mr', 'ps', 'tb'] }));
    const other = buildSnapshot(listFacts({ lines: [...lines].reverse(), required: ['ps', 'tb', 'mr'] }));
    expect(snapshotHash(one)).toBe(snapshotHash(other));
    expect(one.lines.map((each) => each.lot)).toEqual([lot(1), lot(2), lot(3)]);
    expect(one.photos.slice(0, 2)).toEqual([
      { lot: lot(1), sha256: first },
      { lot: lot(1), sha256: second },
    ]);
    expect(one.photos).toHaveLength(4);
    expect(one.required).toEqual(['mr', 'ps', 'tb']);
  });

  it('names each decision and appraisal once, with all lots that rest on it', () => {
    const lines = [line(2, { decision, appraisal }), line(1, { decision }), line(3)];
    const list = buildSnapshot(listFacts({ lines }));
    expect(list.decisions).toEqual([{ ...decision, lots: [lot(1), lot(2)] }]);
    expect(list.appraisals).toEqual([{ ...appraisal, lots: [lot(2)] }]);
  });

  it('keeps of a decision only what the list says about it', () => {
    const list = buildSnapshot(
      listFacts({ lines: [line(1, { decision: { ...decision, amount: '5' } as never })] }),
    );
    expect(list.decisions[0]).not.toHaveProperty('amount');
  });

  it('says so where the method does not suit the goods, and is silent where it does', () => {
    const list = buildSnapshot(listFacts({ lines: [line(1, { unsuitable: true }), line(2)] }));
    expect(list.lines.map((each) => each.unsuitable)).toEqual([true, undefined]);
    expect(list.lines[1]).not.toHaveProperty('unsuitable');
  });

  it('is hashed over canonical bytes that read back to itself', () => {
    const list = buildSnapshot(listFacts());
    expect(sha256Hex(snapshotBytes(list))).toBe(snapshotHash(list));
    expect(parseCanonical(snapshotBytes(list))).toEqual(list);
  });

  it.each([
    ['title', listFacts({ title: '别的' })],
    ['version', listFacts({ version: 2 })],
    [
      'amount',
      listFacts({ lines: [line(1, { base: { amount: '201', unit: 'cig-stick' } }), line(2), line(3)] }),
    ],
    ['method of a line', listFacts({ lines: [line(1, { method: 'pulping' }), line(2), line(3)] })],
    ['required agencies', listFacts({ required: ['tb', 'ps'] })],
    ['rules', listFacts({ rulePack: { code: 'prc', sha256: sha256Hex('other') } })],
    ['photos', listFacts({ lines: [line(1, { photos: [] }), line(2), line(3)] })],
  ])('has another hash with another %s', (_what, facts) => {
    expect(snapshotHash(buildSnapshot(facts))).not.toBe(snapshotHash(buildSnapshot(listFacts())));
  });
});
