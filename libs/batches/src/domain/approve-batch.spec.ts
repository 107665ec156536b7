import { newId, sha256Hex, type EntryId } from '#kernel';
import { agency, approvedBy, frozenBatch, lot } from '../../../../test/support/batch-samples.js';
import { approveBatch, rejectBatch, type SignedVote } from './approve-batch.js';
import type { FrozenBatch } from './frozen-batch.js';

const vote = (batch: FrozenBatch, code: string, own: Partial<SignedVote> = {}): SignedVote => ({
  agency: agency(code),
  snapshot: batch.snapshot,
  signature: { factor: 'password' },
  entry: newId<EntryId>(),
  ...own,
});
const except = (n: number, reason = '留样未附照片') => ({ lot: lot(n), reason });

describe('an approval', () => {
  it('binds the agency to the hash of the list that was shown', () => {
    const batch = frozenBatch();
    const [entry, ...more] = approveBatch(batch, vote(batch, 'tb'));
    expect(entry.data).toEqual({
      submission: batch.submission,
      agency: agency('tb'),
      snapshot: batch.snapshot,
      factor: 'password',
      complete: 'no',
    });
    expect([more, entry.postings]).toEqual([[], undefined]);
  });

  it('is complete only when it is the last one that is awaited', () => {
    const two = approvedBy(frozenBatch(), 'tb', 'ps');
    expect(approveBatch(two, vote(two, 'mr'))[0].data.complete).toBe('yes');
    const one = approvedBy(frozenBatch(), 'tb');
    expect(approveBatch(one, vote(one, 'mr'))[0].data.complete).toBe('no');
  });

  it.each(['draft', 'approved', 'rejected', 'withdrawn', 'emptied'] as const)(
    'is refused on a batch that is %s',
    (state) => {
      const batch = frozenBatch({ state });
      expect(() => approveBatch(batch, vote(batch, 'tb'))).toThrow(
        expect.objectContaining({ kind: 'conflict', code: 'batch.not-awaiting-approval', facts: { state } }),
      );
    },
  );

  it('is refused for another list than the one in force, and says which', () => {
    const batch = frozenBatch();
    const seen = sha256Hex('an older list');
    expect(() => approveBatch(batch, vote(batch, 'tb', { snapshot: seen }))).toThrow(
      expect.objectContaining({ code: 'batch.list-changed', facts: { seen, now: batch.snapshot } }),
    );
  });

  it('is refused from an agency that was not asked, before anything about the list is said', () => {
    const batch = frozenBatch();
    expect(() => approveBatch(batch, vote(batch, 'fin', { snapshot: sha256Hex('x') }))).toThrow(
      expect.objectContaining({ kind: 'refused', code: 'batch.agency-not-asked' }),
    );
  });

  it('counts two people of one agency once, and names the earlier entry', () => {
    const batch = approvedBy(frozenBatch(), 'tb');
    expect(() => approveBatch(batch, vote(batch, 'tb'))).toThrow(
      expect.objectContaining({ code: 'batch.agency-decided', facts: { entry: batch.approvals[0]!.entry } }),
    );
  });

  it('except some lots takes them out, one exclusion for each reason, and releases exactly their goods', () => {
    const batch = frozenBatch();
    const asked = vote(batch, 'tb');
    const lots = [except(1), except(3, '另案证据')];
    const [entry, ...exclusions] = approveBatch(batch, asked, { except: lots, reason: '派员监销' });
    expect([entry.data.except, entry.data.reason]).toEqual([lots, '派员监销']);
    expect(exclusions.map(({ data }) => [data.lots, data.reason, data.cause, data.because])).toEqual([
      [[{ lot: lot(1), amount: '200', unit: 'cig-stick' }], '留样未附照片', 'approver', asked.entry],
      [[{ lot: lot(3), amount: '600', unit: 'cig-stick' }], '另案证据', 'approver', asked.entry],
    ]);
    expect(exclusions[1]!.postings).toEqual([
      { lot: lot(3), from: 'allocated', to: 'custody', amount: '600', unit: 'cig-stick' },
    ]);
  });

  it('cannot except a lot that is not in the list, one twice, or all of them', () => {
    const batch = frozenBatch();
    const attempt = (lots: ReturnType<typeof except>[]) => () =>
      approveBatch(batch, vote(batch, 'tb'), { except: lots });
    expect(attempt([except(1), except(9), except(1)])).toThrow(
      expect.objectContaining({
        code: 'batch.wrong-exceptions',
        fields: [
          { pointer: '/except/1/lot', code: 'batch.lot-not-in-list', facts: { lot: lot(9) } },
          { pointer: '/except/2/lot', code: 'batch.lot-twice', facts: { lot: lot(1) } },
        ],
      }),
    );
    expect(attempt([except(1), except(2), except(3)])).toThrow(
      expect.objectContaining({ code: 'batch.except-everything' }),
    );
  });
});

describe('a rejection', () => {
  it('ends the version and releases all goods that are still in it', () => {
    const whole = frozenBatch();
    const batch = { ...whole, lines: whole.lines.slice(1) };
    const entry = rejectBatch(batch, vote(batch, 'ps'), '清单不符');
    expect(entry.data.lots.map((each) => each.lot)).toEqual([lot(2), lot(3)]);
    expect(entry.postings!.map(({ from, to, amount }) => [from, to, amount])).toEqual([
      ['allocated', 'custody', '400'],
      ['allocated', 'custody', '600'],
    ]);
  });

  it('takes the same checks as an approval', () => {
    const batch = frozenBatch();
    expect(() => rejectBatch(batch, vote(batch, 'fin'), 'no')).toThrow(
      expect.objectContaining({ code: 'batch.agency-not-asked' }),
    );
    const approved = frozenBatch({ state: 'approved' });
    expect(() => rejectBatch(approved, vote(approved, 'tb'), 'no')).toThrow(
      expect.objectContaining({ code: 'batch.not-awaiting-approval' }),
    );
  });
});
