import { agency, frozenBatch } from '../../../../test/support/batch-samples.js';
import { reopenBatch, withdrawBatch } from './open-batch.js';

describe.each([
  ['a withdrawal', (batch = frozenBatch(), by = 'tb') => withdrawBatch(batch, agency(by), '重新编制')],
  ['a change of a frozen list', (batch = frozenBatch(), by = 'tb') => reopenBatch(batch, agency(by))],
] as const)('%s', (_name, act) => {
  it.each(['submitted', 'approved'] as const)('releases all goods of a list that is %s', (state) => {
    const { postings, data } = act(frozenBatch({ state }));
    expect(data.lots).toHaveLength(3);
    expect(postings!.map(({ from, to, amount }) => [from, to, amount])).toEqual([
      ['allocated', 'custody', '200'],
      ['allocated', 'custody', '400'],
      ['allocated', 'custody', '600'],
    ]);
  });

  it.each(['draft', 'rejected', 'withdrawn', 'emptied'] as const)(
    'is refused where the batch is %s',
    (state) => {
      expect(() => act(frozenBatch({ state }))).toThrow(
        expect.objectContaining({ kind: 'conflict', facts: { state } }),
      );
    },
  );

  it('is the business of the agency that runs the batch', () => {
    expect(() => act(frozenBatch(), 'ps')).toThrow(
      expect.objectContaining({ kind: 'refused', code: 'batch.other-coordinator' }),
    );
  });

  it('is refused while an event rests on the list', () => {
    expect(() => act(frozenBatch({ state: 'approved', hasEvents: true }))).toThrow(
      expect.objectContaining({ code: 'batch.event-planned' }),
    );
  });
});
