import type { INestApplicationContext } from '@nestjs/common';
import fc from 'fast-check';
import { CertificateRounds } from '../../apps/worker/src/certificate-rounds.service.js';
import { LedgerRounds } from '../../apps/worker/src/ledger-rounds.service.js';
import { KilledOffice } from '../support/killed-office.js';
import { FakeClock, startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { ok, Scenario, type PlannedEvent } from '../support/scenario.js';
import { workerBeside } from '../support/worker.js';

const hourMs = 3_600_000;
/** Stands in the title, so that a failed run can be repeated. */
const seed = Number(process.env['FAULT_SEED'] ?? fc.readConfigureGlobal()?.seed ?? Date.now() % 1_000_000);
type Row = { seq: number; leafHash: string; entry: { id: string; type: string; subject: { id: string } } };

describe('an office that is killed by kill -9 at random points of the main job', () => {
  let office: TestOffice;
  let site: TestPublicSite;
  let worker: INestApplicationContext;
  let killed: KilledOffice;
  beforeAll(async () => {
    office = await startOffice();
    site = await startPublicSite(office.database.publicUrl);
    killed = new KilledOffice(office);
    // For the worker an hour has passed: nobody else completes these certificates any more.
    worker = await workerBeside(office, new FakeClock(Date.now() + hourMs));
  }, 120_000);
  afterAll(async () => {
    await killed.stop();
    await worker.close();
    await site.close();
    await office.close();
  });

  const entries = async (): Promise<Row[]> =>
    ok<{ entries: Row[] }>(await (await office.as('aud.auditor')).get('/api/v1/ledger/entries?limit=1000'))
      .entries;

  /** The main job, step by step; before each step `kill` may arm the next write. */
  async function carry(scenario: Scenario, kill: () => void): Promise<string> {
    const step = async <T>(work: () => Promise<T>): Promise<T> => {
      kill();
      return work();
    };
    await step(() => scenario.register());
    await step(() => scenario.confirm());
    await step(() => scenario.photograph());
    await step(() => scenario.appraise());
    await step(() => scenario.decide());
    await step(() => scenario.offer());
    await step(() => scenario.accept());
    await scenario.draft();
    const list = await step(() => scenario.submit());
    await step(() => scenario.approve(list));
    const event: PlannedEvent = await step(() => scenario.plan());
    await step(() => scenario.stage(event));
    await step(() => scenario.photographEvent(event));
    await step(() => scenario.record(event));
    await step(() => scenario.witness(event));
    await step(async () => ok(await scenario.tryClose(event)));
    const issuer = await scenario.as('issuer');
    const { body } = await issuer.get<AnswerBody>(`/api/v1/batches/${scenario.batch}/certificate-preview`);
    const stepUp = await issuer.stepUp('issue', body.contentHash as string);
    return step(async () => {
      const path = `/api/v1/batches/${scenario.batch}/certificates`;
      return ok<{ number: string }>(await issuer.post(path, { stepUp })).number;
    });
  }

  it(`loses nothing that it acknowledged, repeats answers, numbers each certificate once (FAULT_SEED=${seed})`, async () => {
    // At which of 17 steps it is killed, and how long after a write was sent: mostly while it is being carried out.
    const plans = fc.array(fc.record({ step: fc.nat({ max: 15 }), afterMs: fc.nat({ max: 60 }) }), {
      minLength: 4,
      maxLength: 4,
    });
    const last = fc.nat({ max: 1_500 });
    const [first, second] = fc.sample(fc.tuple(plans, last), { numRuns: 2, seed });
    for (const [deaths, issueAfterMs] of [first!, second!]) {
      const scenario = new Scenario(killed.asOffice);
      let step = 0;
      const number = await carry(scenario, () => {
        const death = deaths.find((one) => one.step === step);
        if (step === 16) killed.killDuringNextWrite(issueAfterMs);
        else if (death) killed.killDuringNextWrite(death.afterMs);
        step += 1;
      });
      await worker.get(CertificateRounds).round(new AbortController().signal);
      await worker.get(LedgerRounds).round();
      const issuer = await office.as('mr.issuer');
      const { bytes } = await issuer.get(`/api/v1/certificates/${number}.pdf`);
      expect((await site.verify(bytes)).body).toMatchObject({ verdict: 'valid', number });
      const of = (await entries()).filter(({ entry }) => entry.subject.id === number);
      expect(of.map(({ entry }) => entry.type)).toEqual([
        'certificate.numbered',
        'certificate.prepared',
        'certificate.issued',
      ]);
      expect(await scenario.balances(scenario.lots[0]!)).toEqual({ seized: '-1860', destroyed: '1860' });
    }
    expect(killed.kills).toBeGreaterThanOrEqual(4);

    const standing = new Map(
      (await entries()).map(({ seq, leafHash, entry }) => [entry.id, { seq, leafHash }]),
    );
    for (const { answer } of killed.acknowledged) {
      const { id, ...receipt } = answer.entry as { id: string; seq: number; leafHash: string };
      expect(standing.get(id)).toEqual(receipt);
    }
    const before = standing.size;
    for (const { answer, again } of killed.acknowledged) {
      const repeated = await again();
      expect([repeated.status, repeated.body['entry']]).toEqual([200, answer.entry]);
    }
    expect((await entries()).length).toBe(before);
    const auditor = await office.as('aud.auditor');
    expect(ok(await auditor.post('/api/v1/ledger/verification', {}))).toMatchObject({
      ok: true,
      problems: [],
    });
  }, 300_000);
});
