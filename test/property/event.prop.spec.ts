import fc from 'fast-check';
import type { EntryDraft, Posting } from '#entries';
import { DomainError, type LotId, type Sha256 } from '#kernel';
import { cancelEvent } from '../../libs/destruction/src/domain/call-off-event.js';
import { closeEvent } from '../../libs/destruction/src/domain/close-event.js';
import type {
  DestructionEvent,
  EventLine,
  Obstacle,
  Statement,
} from '../../libs/destruction/src/domain/event.js';
import { linesHash } from '../../libs/destruction/src/domain/lines-hash.js';
import { recordLine } from '../../libs/destruction/src/domain/record-line.js';
import { stageGoods } from '../../libs/destruction/src/domain/stage-goods.js';
import { witnessEvent } from '../../libs/destruction/src/domain/witness-event.js';
import { agency, closing, event, line, lot, person, start } from '../support/event-samples.js';

/** What happens to an event, in any order and as often as chance wants. */
type Step =
  | { readonly do: 'stage'; readonly line: number; readonly short: number }
  | { readonly do: 'record'; readonly line: number; readonly returned: number; readonly missing: number }
  | { readonly do: 'witness'; readonly who: 'own' | 'outside'; readonly lines: readonly number[] }
  | { readonly do: 'hold' | 'release'; readonly line: number }
  | { readonly do: 'close' }
  | { readonly do: 'cancel'; readonly missing: number };

const lineNumber = fc.integer({ min: 1, max: 2 });
const few = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 20, arbitrary: fc.record({ do: fc.constant('stage' as const), line: lineNumber, short: few }) },
  {
    weight: 25,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      line: lineNumber,
      returned: few,
      missing: few,
    }),
  },
  {
    weight: 45,
    arbitrary: fc.record({
      do: fc.constant('witness' as const),
      who: fc.constantFrom('own' as const, 'outside' as const),
      lines: fc.constantFrom([1], [2], [1, 2]),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('hold' as const, 'release' as const), line: lineNumber }),
  },
  { weight: 20, arbitrary: fc.constant({ do: 'close' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), missing: few }) },
);

const allocated = 10;
const witnesses = {
  own: { person: person('own'), agency: agency('mr') },
  outside: { person: person('outside'), agency: agency('ps') },
};

interface World {
  event: DestructionEvent;
  readonly balances: Map<string, number>;
  readonly obstacles: Map<LotId, Obstacle>;
  /** The hash that each statement was bound to. */
  readonly seen: Map<Statement, Sha256>;
}

function newWorld(): World {
  const lines = [1, 2].map((n) => line(n, { allocated: String(allocated) }));
  const balances = new Map(lines.map((one) => [`${one.lot} allocated`, allocated]));
  return { event: event({ state: 'planned', lines }), balances, obstacles: new Map(), seen: new Map() };
}

const lineIn = (world: World, n: number): EventLine => world.event.lines.find((one) => one.lot === lot(n))!;
const stagedOf = (world: World, n: number) => Number(lineIn(world, n).staged ?? '0');

function decide(world: World, asked: Step): EntryDraft | undefined {
  const { event: now, obstacles } = world;
  const keeper = person('custodian');
  switch (asked.do) {
    case 'hold':
      obstacles.set(lot(asked.line), 'event.lot-on-hold');
      return undefined;
    case 'release':
      obstacles.delete(lot(asked.line));
      return undefined;
    case 'stage': {
      const [staged, short] = [String(allocated - asked.short), String(asked.short)];
      const keepers = new Map([1, 2].map((n) => [lot(n), keeper]));
      return stageGoods([{ lot: lot(asked.line), staged, short, reason: '短缺' }], {
        event: now,
        person: keeper,
        keepers,
        obstacles,
      });
    }
    case 'record': {
      const destroyed = Math.max(0, stagedOf(world, asked.line) - asked.returned - asked.missing);
      const [returned, missing] = [String(asked.returned), String(asked.missing)];
      return recordLine(
        { lot: lot(asked.line), destroyed: String(destroyed), returned, missing, reason: '清点' },
        { event: now, obstacles, byMass: false, withinTolerance: () => false },
      );
    }
    case 'witness': {
      const lots = asked.lines.map(lot);
      const sha256 = linesHash(now.lines.filter((one) => lots.includes(one.lot)));
      const testimony = {
        person: person(asked.who),
        statement: '见证',
        from: start,
        to: start,
        lines: lots,
        sha256,
      };
      return witnessEvent(now, testimony);
    }
    case 'close':
      return closeEvent({ ...closing({ ...now }), obstacles });
    case 'cancel': {
      const lines = [1, 2]
        .filter((n) => stagedOf(world, n) > 0)
        .map((n) => {
          const missing = Math.min(asked.missing, stagedOf(world, n));
          return { lot: lot(n), returned: String(stagedOf(world, n) - missing), missing: String(missing) };
        });
      return cancelEvent(now, { reason: '暴雨', lines });
    }
  }
}

function post(balances: Map<string, number>, { lot: id, from, to, amount }: Posting): void {
  const add = (account: string, change: number) =>
    balances.set(`${id} ${account}`, (balances.get(`${id} ${account}`) ?? 0) + change);
  add(from, -Number(amount));
  add(to, Number(amount));
}

/** A small model of what the projectors do. */
function follow(world: World, draft: EntryDraft, who?: keyof typeof witnesses): void {
  for (const posting of draft.postings ?? []) post(world.balances, posting);
  const change = (id: LotId, own: Partial<EventLine>) => {
    world.event = {
      ...world.event,
      lines: world.event.lines.map((one) => (one.lot === id ? { ...one, ...own } : one)),
    };
  };
  if (draft.type === 'event.staged') {
    for (const { lot: id, staged, short } of draft.data.lines) change(id, { staged, short });
    world.event = { ...world.event, state: 'staged' };
  } else if (draft.type === 'event.line-recorded') {
    const { lot: id, unit: _, ...result } = draft.data;
    const before = world.event.lines.find((one) => one.lot === id)!;
    change(id, { result });
    if (before.result && linesHash([before]) !== linesHash([{ ...before, result }]))
      markStatements(world, id);
  } else if (draft.type === 'event.witnessed') {
    const { lines, sha256 } = draft.data;
    const made = { ...witnesses[who!], lines, stale: false, entry: world.event.planned };
    world.event = { ...world.event, statements: [...world.event.statements, made] };
    world.seen.set(made, sha256);
  } else if (draft.type === 'event.closed' || draft.type === 'event.cancelled') {
    world.event = { ...world.event, state: draft.type === 'event.closed' ? 'closed' : 'cancelled' };
  }
}

function markStatements(world: World, id: LotId): void {
  const statements = world.event.statements.map((one) => {
    if (one.stale || !one.lines.includes(id)) return one;
    const marked = { ...one, stale: true };
    world.seen.set(marked, world.seen.get(one)!);
    return marked;
  });
  world.event = { ...world.event, statements };
}

/** The laws: nothing appears or vanishes, nothing is owed, statements that stand fit the figures that stand. */
function holds(world: World): void {
  const { balances, event: now, seen } = world;
  for (const n of [1, 2]) {
    const of = [...balances].filter(([key]) => key.startsWith(lot(n))).map(([, amount]) => amount);
    expect(Math.min(...of)).toBeGreaterThanOrEqual(0);
    expect(of.reduce((a, b) => a + b, 0)).toBe(allocated);
  }
  for (const statement of now.statements.filter(({ stale }) => !stale)) {
    const lines = now.lines.filter(({ lot: id }) => statement.lines.includes(id));
    expect(linesHash(lines)).toBe(seen.get(statement));
  }
  const at = (account: string, n: number) => balances.get(`${lot(n)} ${account}`) ?? 0;
  if (now.state !== 'closed') for (const n of [1, 2]) expect(at('destroyed', n)).toBe(0);
  if (now.state === 'closed' || now.state === 'cancelled') {
    for (const n of [1, 2]) expect(at('staged', n)).toBe(0);
  }
}

describe('an event, whatever is asked of it in whatever order', () => {
  it('loses no goods, destroys none before its closure, and closes only over figures that two witnesses saw', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const world = newWorld();
        for (const asked of steps) {
          try {
            const draft = decide(world, asked);
            if (draft) follow(world, draft, asked.do === 'witness' ? asked.who : undefined);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          holds(world);
          reached.add(world.event.state);
        }
        if (world.event.state === 'closed') closedRightly(world.event);
      }),
      { numRuns: 500 },
    );
    expect([...reached].sort()).toEqual(['cancelled', 'closed', 'planned', 'staged']);
  });
});

function closedRightly({ lines, statements }: DestructionEvent): void {
  for (const { lot: id } of lines) {
    const standing = statements.filter((one) => !one.stale && one.lines.includes(id));
    expect(new Set(standing.map((one) => one.person)).size).toBe(2);
    expect(standing.some((one) => one.agency === agency('ps'))).toBe(true);
  }
}
