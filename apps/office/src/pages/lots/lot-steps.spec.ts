import type { Entry } from '#entries';
import { derivedId, formatInstant, type LotId } from '#kernel';
import { nextStepOf } from './next-step.js';
import { stepsOf } from './lot-steps.js';

const [lot, other] = ['a', 'b'].map((name) => derivedId<LotId>('lot', name)) as [LotId, LotId];
let clock = 0;
function entry(type: string, more: { to?: string; of?: LotId; data?: object; kind?: string } = {}): Entry {
  clock += 1;
  const { to, of = lot, data = {}, kind = type.split('.')[0] } = more;
  return {
    type,
    happened: formatInstant(clock * 1000),
    data,
    subject: { kind, id: `${String(kind)}-1`, version: 1 },
    postings: to === undefined ? [] : [{ lot: of, from: 'seized', to, amount: '1', unit: 'piece' }],
  } as unknown as Entry;
}
const way = () => [
  entry('seizure.registered', { to: 'with-officers' }),
  entry('transfer.accepted', { to: 'custody' }),
  entry('batch.submitted', { to: 'allocated' }),
  entry('batch.approved', { data: { complete: 'yes' } }),
];
const states = (entries: Entry[], finalAt?: Entry['happened']) =>
  Object.fromEntries(
    stepsOf(entries, { lot, ...(finalAt && { finalAt }) }).map(({ step, state }) => [step, state]),
  );

describe('how far a lot has come', () => {
  it('is told by what moved its goods, and the station after the last one is now', () => {
    expect(states(way(), formatInstant(5))).toEqual({
      seized: 'done',
      stored: 'done',
      decided: 'done',
      approved: 'done',
      staged: 'now',
      destroyed: 'open',
      certified: 'open',
    });
  });

  it('counts an approval only when all agencies have agreed', () => {
    const some = [...way().slice(0, 3), entry('batch.approved', { data: { complete: 'no' } })];
    expect(states(some)['approved']).toBe('open');
  });

  it('goes back where the batch is withdrawn or this lot is excluded, not where another lot is', () => {
    expect(states([...way(), entry('batch.withdrawn', { to: 'custody' })])['approved']).not.toBe('done');
    expect(states([...way(), entry('batch.excluded', { to: 'custody' })])['approved']).not.toBe('done');
    expect(states([...way(), entry('batch.excluded', { to: 'custody', of: other })])['approved']).toBe(
      'done',
    );
  });

  it('ends with the certificate, until that is revoked', () => {
    const all = [
      ...way(),
      entry('event.staged', { to: 'staged' }),
      entry('event.closed', { to: 'destroyed' }),
      entry('certificate.issued'),
    ];
    expect(states(all)).toMatchObject({ staged: 'done', destroyed: 'done', certified: 'done' });
    expect(states([...all, entry('certificate.revoked')])['certified']).toBe('now');
  });
});

describe('what comes next', () => {
  const about = { id: 'lot-1', seizure: 'seizure-1', blockers: [] };
  const on = (account: string) => [{ account, amount: '5' }] as Parameters<typeof nextStepOf>[1];

  it.each([
    ['with-officers', [], 'next.with-officers', '/transfers/new?lot=lot-1'],
    ['custody', [], 'next.free', undefined],
    ['custody', ['x'], 'next.blocked', '/seizures/seizure-1'],
    ['allocated', [], 'next.allocated', '/batches/batch-1'],
    ['staged', [], 'next.staged', '/events/event-1'],
    ['destroyed', [], 'next.destroyed', '/batches/batch-1'],
    ['returned', [], 'next.gone', undefined],
  ] as const)('for goods on %s with blockers %j is %s', (account, blockers, code, href) => {
    const entries = [...way(), entry('event.planned')];
    expect(nextStepOf({ ...about, blockers }, on(account), entries)).toEqual({
      code,
      ...(href !== undefined && { href }),
    });
  });

  it('for destroyed goods with a certificate is to look at it', () => {
    expect(nextStepOf(about, on('destroyed'), [...way(), entry('certificate.issued')])).toEqual({
      code: 'next.certified',
      href: '/certificates/certificate-1',
    });
  });
});
