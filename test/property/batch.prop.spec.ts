import fc from 'fast-check';
import type { EntryDraft } from '#entries';
import { DomainError, newId, type EntryId, type LotId } from '#kernel';
import { approveBatch, rejectBatch } from '../../libs/batches/src/domain/approve-batch.js';
import { stateAfter, type BatchAct } from '../../libs/batches/src/domain/batch-states.js';
import { excludeLots } from '../../libs/batches/src/domain/exclude-lots.js';
import { awaiting, type FrozenBatch } from '../../libs/batches/src/domain/frozen-batch.js';
import { reopenBatch, withdrawBatch } from '../../libs/batches/src/domain/open-batch.js';
import { buildSnapshot, snapshotHash } from '../../libs/batches/src/domain/snapshot.js';
import { submitBatch } from '../../libs/batches/src/domain/submit-batch.js';
import { agency, approvedBy, frozenBatch, line, listFacts, lot } from '../support/batch-samples.js';

/** What happens to a batch, in any order and as often as chance wants. */
type Step =
  | { readonly do: 'submit'; readonly lots: readonly number[] }
  | {
      readonly do: 'approve';
      readonly by: string;
      readonly except: readonly number[];
      readonly stale: boolean;
    }
  | { readonly do: 'reject'; readonly by: string }
  | { readonly do: 'hold'; readonly lots: readonly number[] }
  | { readonly do: 'reopen' }
  | { readonly do: 'withdraw' };

const required = ['mr', 'ps', 'tb'];
const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 });
const by = fc.constantFrom(...required, 'fin');
/** Weighted so that whole ways through a batch are common: three agencies must agree before anything ends it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ do: fc.constant('submit' as const), lots: numbers }), weight: 6 },
  { arbitrary: approvals(), weight: 20 },
  { arbitrary: fc.record({ do: fc.constant('reject' as const), by }), weight: 1 },
  { arbitrary: fc.record({ do: fc.constant('hold' as const), lots: numbers }), weight: 2 },
  { arbitrary: fc.constant({ do: 'reopen' as const }), weight: 1 },
  { arbitrary: fc.constant({ do: 'withdraw' as const }), weight: 1 },
);

function approvals(): fc.Arbitrary<Step> {
  const except = fc.oneof({ arbitrary: fc.constant([]), weight: 4 }, { arbitrary: numbers, weight: 1 });
  const stale = fc.oneof(
    { arbitrary: fc.constant(false), weight: 4 },
    { arbitrary: fc.constant(true), weight: 1 },
  );
  return fc.record({ do: fc.constant('approve' as const), by, except, stale });
}

/** The batch beside the accounts of its lots and the hash that an agency saw of an older list. */
interface World {
  batch: FrozenBatch;
  readonly accounts: Map<string, number>;
  older: FrozenBatch['snapshot'];
}

function newWorld(): World {
  const batch = frozenBatch({ state: 'draft', version: 0, lines: [] });
  const accounts = new Map([1, 2, 3, 4].map((n) => [`custody ${lot(n)}`, n * 200]));
  return { batch, accounts, older: batch.snapshot };
}

function decide(world: World, asked: Step): readonly EntryDraft[] {
  const { batch } = world;
  const vote = (code: string, snapshot = batch.snapshot) => ({
    agency: agency(code),
    snapshot,
    signature: { factor: 'password' as const },
    entry: newId<EntryId>(),
  });
  switch (asked.do) {
    case 'submit': {
      const lines = asked.lots.map((n) => line(n));
      const list = buildSnapshot(listFacts({ version: batch.version + 1, lines, required }));
      return [submitBatch(batch.state, { reference: batch.reference, list })];
    }
    case 'approve': {
      const except = asked.except.map((n) => ({ lot: lot(n), reason: '除外' }));
      return approveBatch(batch, vote(asked.by, asked.stale ? world.older : batch.snapshot), { except });
    }
    case 'reject':
      return [rejectBatch(batch, vote(asked.by), '不同意')];
    case 'hold': {
      if (batch.state !== 'submitted' && batch.state !== 'approved') return [];
      const removal = { cause: 'hold' as const, because: newId<EntryId>(), reason: '冻结' };
      return [excludeLots(batch, { ...removal, lots: asked.lots.map(lot) })].flatMap((draft) => draft ?? []);
    }
    case 'reopen':
      return [reopenBatch(batch, batch.agency)];
    case 'withdraw':
      return [withdrawBatch(batch, batch.agency, '撤回')];
  }
}

/** Follows an entry as the projector does. */
function follow(world: World, draft: EntryDraft): void {
  for (const { lot: id, from, to, amount } of draft.postings ?? []) {
    const move = (account: string, change: number) =>
      world.accounts.set(`${account} ${id}`, (world.accounts.get(`${account} ${id}`) ?? 0) + change);
    move(from, -Number(amount));
    move(to, Number(amount));
  }
  const { batch } = world;
  const to = (act: BatchAct, change: Partial<FrozenBatch> = {}) => {
    world.batch = { ...batch, ...change, state: stateAfter(batch.state, act) };
  };
  if (draft.type === 'batch.submitted') {
    const { list, version } = draft.data;
    world.older = batch.snapshot;
    const fresh = frozenBatch({ list, snapshot: snapshotHash(list), version });
    const lines = list.lines.map(({ lot: id, base, site, method }) => ({ lot: id, ...base, site, method }));
    to('submit', { ...fresh, lines: lines.map((one) => ({ ...one, status: 'allocated' as const })) });
  } else if (draft.type === 'batch.approved') {
    const code = required.find((one) => agency(one) === draft.data.agency)!;
    const { approvals: given } = approvedBy(batch, code);
    to(draft.data.complete === 'yes' ? 'complete' : 'approve', { approvals: given });
  } else if (draft.type === 'batch.excluded') {
    const gone = new Set<LotId>(draft.data.lots.map((one) => one.lot));
    const lines = batch.lines.filter((one) => !gone.has(one.lot));
    to(lines.length === 0 ? 'empty' : 'exclude', { lines });
  } else {
    const acts = {
      'batch.rejected': 'reject',
      'batch.reopened': 'reopen',
      'batch.withdrawn': 'withdraw',
    } as const;
    to(acts[draft.type as keyof typeof acts], { lines: [] });
  }
}

function holds({ batch, accounts }: World): void {
  for (const n of [1, 2, 3, 4]) {
    const [free, taken] = ['custody', 'allocated'].map(
      (account) => accounts.get(`${account} ${lot(n)}`) ?? 0,
    );
    const inList = batch.lines.find((one) => one.lot === lot(n));
    expect(taken).toBe(Number(inList?.amount ?? 0));
    expect(free! + taken!).toBe(n * 200);
    expect(free).toBeGreaterThanOrEqual(0);
  }
  if (batch.state === 'approved') expect(awaiting(batch)).toEqual([]);
  expect(batch.approvals.every(({ snapshot }) => snapshot === batch.snapshot)).toBe(true);
  expect(new Set(batch.approvals.map((one) => one.agency)).size).toBe(batch.approvals.length);
  if (!['submitted', 'approved'].includes(batch.state)) expect(batch.lines).toEqual([]);
}

describe('a batch, whatever happens to it in whatever order', () => {
  it('reserves exactly the goods of its list, and is approved only by all agencies on the list in force', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 15, maxLength: 40 }), (steps) => {
        const world = newWorld();
        for (const asked of steps) {
          try {
            for (const draft of decide(world, asked)) follow(world, draft);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          holds(world);
          reached.add(world.batch.state);
        }
      }),
      { numRuns: 500 },
    );
    // A walk that never leaves the draft would prove nothing.
    expect([...reached].sort()).toEqual([
      'approved',
      'draft',
      'emptied',
      'rejected',
      'submitted',
      'withdrawn',
    ]);
  });
});
