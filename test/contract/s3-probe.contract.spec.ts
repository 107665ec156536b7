import { openEvidenceStore, type EvidenceStore } from '#evidence';
import type { Clock } from '#kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeS3, makeS3 } from '../support/s3.js';
import { SimulatedS3, type Fault } from '../support/simulated-s3.js';

describeS3('the probe', ({ url }) => {
  it('proves protection where every attempt on a locked canary is refused by its code', async () => {
    const under = await makeS3(url);
    const { steps, doubt } = await under.store.probe();
    await under.close();
    expect(doubt).toBeUndefined();
    const said = steps.map(({ place, attempt, held }) => [
      place.endsWith('-certificates') ? 'certificates' : 'evidence',
      attempt,
      held,
    ]);
    const attempts = ['lock', 'delete', 'multi-delete', 'shorten', 'overwrite', 'read-back'];
    const strict = [...attempts.slice(0, 4), 'downgrade', ...attempts.slice(4)];
    expect(said).toEqual([
      ...attempts.map((attempt) => ['evidence', attempt, true]),
      ...strict.map((attempt) => ['certificates', attempt, true]),
    ]);
    for (const { attempt, answer } of steps) {
      if (attempt.includes('delete')) expect(['AccessDenied', 'InvalidRequest']).toContain(answer);
    }
  });
});

describe('the leftovers of the probe', () => {
  it('are removed by a later probe once their hour is over, and not before', async () => {
    const server = await SimulatedS3.start();
    const folder = await mkdtemp(join(tmpdir(), 'probe-'));
    let nowMs = Date.now();
    const clock: Clock = { now: () => nowMs };
    server.clock = clock;
    const store = openEvidenceStore({ store: server.address, dataDirectory: folder }, { clock });
    const probeAfter = async (ms: number) => {
      nowMs += ms;
      expect((await store.probe()).doubt).toBeUndefined();
      return server.versionsOf('probe-');
    };
    // In each of two buckets: the canary, and what was written over it.
    expect(await probeAfter(0)).toBe(4);
    expect(await probeAfter(59 * 60_000)).toBe(8);
    expect(await probeAfter(2 * 60_000)).toBe(8);
    expect(await probeAfter(24 * 3_600_000)).toBe(4);
    store.close();
    await server.close();
    await rm(folder, { recursive: true });
  });
});

describe('the probe of a store that lies', () => {
  let server: SimulatedS3;
  let store: EvidenceStore;
  let folder: string;
  beforeEach(async () => {
    server = await SimulatedS3.start();
    folder = await mkdtemp(join(tmpdir(), 'probe-'));
    store = openEvidenceStore({ store: server.address, dataDirectory: folder });
  });
  afterEach(async () => {
    store.close();
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('takes an honest one for honest', async () => {
    const { steps, doubt } = await store.probe();
    expect(steps.filter(({ held }) => !held)).toEqual([]);
    expect([doubt, steps.length]).toEqual([undefined, 13]);
  });

  it.each<[Fault, string, string]>([
    ['lets delete through', 'delete', 'done'],
    ['says that it deleted, and keeps', 'delete', 'done'],
    ['lets multi-delete through', 'multi-delete', 'done'],
    ['lets shorten through', 'shorten', 'done'],
    ['lets downgrade through', 'downgrade', 'done'],
    ['overwrites in place', 'read-back', 'other bytes'],
  ])('finds out one that %s', async (fault, attempt, answer) => {
    server.faults.add(fault);
    const { steps, doubt } = await store.probe();
    expect(doubt).toBe('not-held');
    expect(steps.filter(({ held }) => !held)).toContainEqual(
      expect.objectContaining({ attempt, answer, held: false }),
    );
  });

  it.each<Fault>(['forgets the lock', 'has no locks'])('finds out one that %s', async (fault) => {
    server.faults.add(fault);
    const { steps, doubt } = await store.probe();
    expect(doubt).toBe('no-lock');
    expect(steps[0]).toMatchObject({ attempt: 'lock', answer: 'no lock', held: false });
  });

  it('takes no answer for no refusal', async () => {
    await server.close();
    expect(await store.probe()).toEqual({ steps: [], doubt: 'unreachable' });
    server = await SimulatedS3.start();
  });

  it('takes a refusal of everything for no proof', async () => {
    server.faults.add('refuses everybody');
    const { steps, doubt } = await store.probe();
    expect(doubt).toBe('no-lock');
    expect(steps[0]).toMatchObject({ attempt: 'lock', answer: 'AccessDenied', held: false });
  });
});
