import { listFacts, lot } from '../../../../test/support/batch-samples.js';
import { buildSnapshot, snapshotHash } from './snapshot.js';
import { submitBatch } from './submit-batch.js';

const list = buildSnapshot(listFacts());

describe('a submission', () => {
  it('freezes the list under its hash and reserves exactly its goods', () => {
    const entry = submitBatch('draft', { reference: 'PC-2026-0001', list });
    expect(entry.data).toMatchObject({ version: 1, snapshot: snapshotHash(list), list });
    expect(entry.postings![2]).toEqual({
      lot: lot(3),
      from: 'custody',
      to: 'allocated',
      amount: '600',
      unit: 'cig-stick',
    });
  });

  it('may follow a rejection, with a new version', () => {
    expect(() => submitBatch('rejected', { reference: 'PC-2026-0001', list })).not.toThrow();
  });

  it.each(['submitted', 'approved', 'withdrawn', 'emptied'] as const)(
    'is refused where the batch is %s',
    (state) => {
      expect(() => submitBatch(state, { reference: 'PC-2026-0001', list })).toThrow(
        expect.objectContaining({ kind: 'conflict', code: 'batch.not-open', facts: { state } }),
      );
    },
  );
});
