import { DomainError } from '#kernel';
import { batchActs, batchStates, batchTransitions, stateAfter } from './batch-states.js';

describe('the states of a batch', () => {
  const table = batchStates.flatMap((state) => batchActs.map((act) => ({ state, act })));

  it.each(table)(
    'from $state by $act lead where the table says, or are refused with the state',
    ({ state, act }) => {
      const next = batchTransitions[state][act];
      if (next !== undefined) {
        expect(stateAfter(state, act)).toBe(next);
        return;
      }
      try {
        stateAfter(state, act);
        throw new Error('was not refused');
      } catch (error) {
        expect(error).toMatchObject({ kind: 'conflict', facts: { state } });
        expect(error).toBeInstanceOf(DomainError);
      }
    },
  );

  it('end when a batch is withdrawn or emptied', () => {
    expect([batchTransitions.withdrawn, batchTransitions.emptied]).toEqual([{}, {}]);
  });

  it('lead to approved only by the last agency, and from nowhere but a submitted list', () => {
    const ways = table.filter(
      ({ state, act }) => batchTransitions[state][act] === 'approved' && state !== 'approved',
    );
    expect(ways).toEqual([{ state: 'submitted', act: 'complete' }]);
  });

  it('let nobody decide on a list that is not frozen', () => {
    const decisions = ['approve', 'complete', 'reject'] as const;
    const open = batchStates.filter((state) => decisions.some((act) => batchTransitions[state][act]));
    expect(open).toEqual(['submitted']);
  });
});
