import { newId, type EntryId } from '#kernel';
import { frozenBatch, lot } from '../../../../test/support/batch-samples.js';
import { excludeLots, type Removal } from './exclude-lots.js';

const removal = (...lots: number[]): Removal => ({
  lots: lots.map(lot),
  cause: 'hold',
  because: newId<EntryId>(),
  reason: '诉讼保全',
});

describe('an exclusion', () => {
  it.each(['submitted', 'approved'] as const)('takes named lots out of a list that is %s', (state) => {
    const asked = removal(2, 7);
    expect(excludeLots(frozenBatch({ state }), asked)).toMatchObject({
      type: 'batch.excluded',
      data: {
        lots: [{ lot: lot(2), amount: '400' }],
        cause: 'hold',
        because: asked.because,
        reason: '诉讼保全',
      },
      postings: [{ lot: lot(2), from: 'allocated', to: 'custody', amount: '400', unit: 'cig-stick' }],
    });
  });

  it('is nothing where none of the lots is in the list', () => {
    expect(excludeLots(frozenBatch(), removal(8, 9))).toBeUndefined();
  });

  it('leaves goods alone that an event has taken out of the store', () => {
    const batch = frozenBatch({ state: 'approved' });
    const lines = batch.lines.map((each) => ({ ...each, status: 'staged' as const }));
    expect(excludeLots({ ...batch, lines }, removal(1, 2))).toBeUndefined();
  });

  it('is refused on a list that is not in force', () => {
    expect(() => excludeLots(frozenBatch({ state: 'rejected' }), removal(1))).toThrow(
      expect.objectContaining({ code: 'batch.not-frozen' }),
    );
  });
});
