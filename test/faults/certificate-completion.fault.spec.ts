import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceStore } from '#evidence';
import { Checkpoints } from '#ledger';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CertificateRounds } from '../../apps/worker/src/certificate-rounds.service.js';
import { LedgerRounds } from '../../apps/worker/src/ledger-rounds.service.js';
import { setTimeout as delay } from 'node:timers/promises';
import { FakeClock, startOffice, type Answer, type AnswerBody, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { ok, Scenario } from '../support/scenario.js';
import { workerBeside, workerConfig } from '../support/worker.js';

const limitMs = 30_000;
const hourMs = 3_600_000;

/** An office whose time is an hour behind: what it numbers has waited long enough for any worker. */
async function startSite() {
  const clock = new FakeClock(Date.now() - hourMs);
  const office = await startOffice({ clock });
  const site = await startPublicSite(office.database.publicUrl);
  return { office, site, clock };
}

async function issue(scenario: Scenario): Promise<Answer<AnswerBody>> {
  const issuer = await scenario.as('issuer');
  const path = `/api/v1/batches/${scenario.batch}`;
  const { contentHash } = ok(await issuer.get(`${path}/certificate-preview`));
  const stepUp = await issuer.stepUp('issue', contentHash as string);
  return issuer.post(`${path}/certificates`, { stepUp });
}

/** The types of the entries that a certificate has, in ledger order. */
async function entriesOf(office: TestOffice, number: string): Promise<string[]> {
  const auditor = await office.as('aud.auditor');
  const { entries } = ok(await auditor.get('/api/v1/ledger/entries?limit=1000'));
  type Row = { entry: { type: string; subject: { id: string } } };
  return (entries as Row[]).filter(({ entry }) => entry.subject.id === number).map(({ entry }) => entry.type);
}
const whole = ['certificate.numbered', 'certificate.prepared', 'certificate.issued'];

describe('a certificate whose completion fails', () => {
  let office: TestOffice;
  let site: TestPublicSite;
  let worker: INestApplicationContext;
  let scenario: Scenario;
  let clock: FakeClock;
  beforeAll(async () => {
    ({ office, site, clock } = await startSite());
    worker = await workerBeside(office);
  });
  afterAll(async () => {
    await worker.close();
    await site.close();
    await office.close();
  });
  afterEach(() => jest.restoreAllMocks());
  beforeEach(async () => {
    scenario = new Scenario(office, { clock });
    await scenario.toClosed();
  });
  const round = () => worker.get(CertificateRounds).round(new AbortController().signal);
  /** Lets the store of the office fail at its n-th write from here. */
  function failWrite(nth: number): void {
    const store = office.app.get(EvidenceStore, { strict: false });
    const write = store.putBytes.bind(store);
    let writes = 0;
    jest.spyOn(store, 'putBytes').mockImplementation((bytes) => {
      writes += 1;
      return writes === nth ? Promise.reject(new Error('no space left on device')) : write(bytes);
    });
  }

  it.each([
    ['before its base file is stored', 1, 'numbered'],
    ['before its sealed file is stored', 2, 'prepared'],
  ])('%s keeps its number and is carried on by the worker', async (_when, nth, state) => {
    failWrite(nth);
    const answer = await issue(scenario);
    expect([answer.status, answer.body.state]).toEqual([202, state]);
    const number = answer.body.number as string;
    const waiting = await site.number(number);
    expect([waiting.body.verdict, waiting.body.state]).toEqual(['indeterminate', state]);
    await round();
    const issuer = await scenario.as('issuer');
    const { status, bytes } = await issuer.get(`/api/v1/certificates/${number}.pdf`);
    expect(status).toBe(200);
    const { body } = await site.verify(bytes);
    expect([body.verdict, body.number]).toEqual(['valid', number]);
    expect(await entriesOf(office, number)).toEqual(whole);
    await round();
    expect(await entriesOf(office, number)).toEqual(whole);
  });

  it('after its issue, before the checkpoint, is covered by the worker’s next round', async () => {
    const checkpoints = office.app.get(Checkpoints, { strict: false });
    const make = checkpoints.make.bind(checkpoints);
    // C0, C1, then the one over the issue.
    const spy = jest.spyOn(checkpoints, 'make');
    spy.mockImplementationOnce(make).mockImplementationOnce(make);
    spy.mockRejectedValueOnce(new Error('killed'));
    const { body } = await issue(scenario);
    const number = body.number as string;
    expect((await site.number(number)).body.verdict).toBe('indeterminate');
    await worker.get(LedgerRounds).round();
    await worker.get(LedgerRounds).round();
    expect((await site.number(number)).body.verdict).toBe('issued');
  });

  it('in two processes at once is issued once', async () => {
    failWrite(1);
    const number = (await issue(scenario)).body.number as string;
    await Promise.all([round(), round(), round()]);
    expect(await entriesOf(office, number)).toEqual(whole);
    expect((await site.number(number)).body.verdict).toBe('issued');
  });
});

describe('the worker as a process', () => {
  const root = process.cwd();
  const loader = pathToFileURL(join(root, 'test/support/typescript.mjs')).href;
  let office: TestOffice;
  let site: TestPublicSite;
  let clock: FakeClock;
  beforeAll(async () => {
    ({ office, site, clock } = await startSite());
  });
  afterAll(async () => {
    await site.close();
    await office.close();
  });

  function start(): ChildProcess {
    const { NODE_ENV, LOG_LEVEL, DATA_DIR, DATABASE_URL, LOG_ORIGIN } = workerConfig(office);
    return fork(join(root, 'apps/worker/src/main.ts'), [], {
      execArgv: ['--conditions=source', '--import', loader],
      env: { PATH: process.env['PATH'], NODE_ENV, LOG_LEVEL, DATA_DIR, DATABASE_URL, LOG_ORIGIN },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  }
  async function until(condition: () => Promise<boolean>): Promise<void> {
    for (const end = performance.now() + limitMs; !(await condition()); await delay(20))
      if (performance.now() > end) throw new Error('the worker did not get there');
  }
  const stateOf = async (number: string) => (await site.number(number)).body.state as string;

  it('carries on what it was killed over, and ends in good order when asked to', async () => {
    const scenario = new Scenario(office, { clock });
    await scenario.toClosed();
    const store = office.app.get(EvidenceStore, { strict: false });
    jest.spyOn(store, 'putBytes').mockRejectedValueOnce(new Error('no space left on device'));
    const number = (await issue(scenario)).body.number as string;
    expect(await stateOf(number)).toBe('numbered');

    const killed = start();
    await until(async () => (await stateOf(number)) !== 'numbered');
    killed.kill('SIGKILL');
    await once(killed, 'exit');

    const next = start();
    await until(async () => (await site.number(number)).body.verdict === 'issued');
    next.kill('SIGTERM');
    const [code] = (await once(next, 'exit')) as [number | null];
    expect(code).toBe(0);
    expect(await entriesOf(office, number)).toEqual(whole);
  });
});
