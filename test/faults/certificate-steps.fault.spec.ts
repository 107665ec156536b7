import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceStore } from '#evidence';
import { newId } from '#kernel';
import { Ledger } from '#ledger';
import { CertificateRounds } from '../../apps/worker/src/certificate-rounds.service.js';
import { LedgerRounds } from '../../apps/worker/src/ledger-rounds.service.js';
import { Drawing } from '../../libs/certificates/src/drawing.service.js';
import { Sealing } from '../../libs/certificates/src/sealing.service.js';
import { FakeClock, startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { ok, Scenario } from '../support/scenario.js';
import { workerBeside } from '../support/worker.js';

const hourMs = 3_600_000;
type Failing = Record<string, (...given: never[]) => Promise<unknown>>;

/** How the n-th call from here fails: before it did anything, or when it was done and its answer is lost. */
function fail(service: object, name: string, nth: number, when: 'before' | 'after'): void {
  const whole = service as Failing;
  const work = whole[name]!.bind(service);
  let calls = 0;
  jest.spyOn(whole, name).mockImplementation(async (...given) => {
    calls += 1;
    if (calls !== nth) return work(...given);
    if (when === 'after') await work(...given);
    throw new Error('the connection was cut');
  });
}

describe('the steps of a certificate, each of them failing', () => {
  const clock = new FakeClock(Date.now() - hourMs);
  let office: TestOffice;
  let site: TestPublicSite;
  let worker: INestApplicationContext;
  let given = 0;
  beforeAll(async () => {
    office = await startOffice({ clock });
    site = await startPublicSite(office.database.publicUrl);
    worker = await workerBeside(office);
  });
  afterAll(async () => {
    await worker.close();
    await site.close();
    await office.close();
  });
  afterEach(() => jest.restoreAllMocks());

  // The three entries of an issue are the first three that the ledger performs after the step-up.
  const steps: readonly (readonly [string, () => [object, string, number]])[] = [
    ['the number is recorded', () => [office.app.get(Ledger, { strict: false }), 'perform', 1]],
    ['the file is drawn', () => [office.app.get(Drawing, { strict: false }), 'draw', 1]],
    ['the drawn file is stored', () => [office.app.get(EvidenceStore, { strict: false }), 'putBytes', 1]],
    ['the drawn file is recorded', () => [office.app.get(Ledger, { strict: false }), 'perform', 2]],
    ['the file is sealed', () => [office.app.get(Sealing, { strict: false }), 'seal', 1]],
    ['the sealed file is stored', () => [office.app.get(EvidenceStore, { strict: false }), 'putBytes', 2]],
    ['the issue is recorded', () => [office.app.get(Ledger, { strict: false }), 'perform', 3]],
  ];
  const cases = steps.flatMap(([what, where]) =>
    (['before', 'after'] as const).map((when) => ({ when, what, where })),
  );

  it.each(cases)(
    'fails $when $what: one number, and the worker brings it to its end',
    async ({ when, where }) => {
      const scenario = new Scenario(office, { clock });
      await scenario.toClosed();
      const issuer = await scenario.as('issuer');
      const path = `/api/v1/batches/${scenario.batch}`;
      const { body } = await issuer.get<AnswerBody>(`${path}/certificate-preview`);
      const key = { 'idempotency-key': newId<string>() };
      const issue = async () => {
        const stepUp = await issuer.stepUp('issue', body.contentHash as string);
        return issuer.post(`${path}/certificates`, { stepUp }, key);
      };
      fail(...where(), when);
      await issue();
      jest.restoreAllMocks();

      await worker.get(CertificateRounds).round(new AbortController().signal);
      await worker.get(LedgerRounds).round();
      const again = await issue();
      expect([200, 201]).toContain(again.status);
      given += 1;
      const { items } = ok<{ items: { number: string }[] }>(
        await issuer.get('/api/v1/certificates?limit=100'),
      );
      expect(items).toHaveLength(given);
      const { bytes } = await issuer.get(`/api/v1/certificates/${again.body.number as string}.pdf`);
      expect((await site.verify(bytes)).body).toMatchObject({ verdict: 'valid', number: again.body.number });
    },
  );

  it('and the ledger verifies, with one entry for each step of each number', async () => {
    const auditor = await office.as('aud.auditor');
    expect(ok(await auditor.post('/api/v1/ledger/verification', {}))).toMatchObject({
      ok: true,
      problems: [],
    });
    const { entries } = ok<{ entries: { entry: { type: string } }[] }>(
      await auditor.get('/api/v1/ledger/entries?limit=1000'),
    );
    for (const step of ['numbered', 'prepared', 'issued']) {
      const of = entries.filter(({ entry }) => entry.type === `certificate.${step}`);
      expect([step, of.length]).toEqual([step, cases.length]);
    }
  });
});
