import { StoreProbe } from '#evidence';
import { askDatabase } from '../support/evidence.js';
import { FakeClock, startOffice, type TestOffice } from '../support/office.js';
import { SimulatedS3 } from '../support/simulated-s3.js';

const hour = 3_600_000;
const minuteMs = 60_000;

/** Sessions end while the clock runs: the person is signed in anew for each look. */
async function protection(office: TestOffice, language: string) {
  const { status, body } = await (
    await office.as('aud.auditor')
  ).get('/api/v1/status', {
    'accept-language': language,
  });
  expect(status).toBe(200);
  return body.evidence as { worm: string; summary: string; steps: { held: string; attempt: string }[] };
}

const probes = (office: TestOffice) =>
  askDatabase<{ doubt: string | null }>(office, 'SELECT doubt FROM state.store_probes ORDER BY recorded');

describe('what the status says of write-once protection', () => {
  let office: TestOffice;
  let clock: FakeClock;
  let server: SimulatedS3 | undefined;
  afterEach(async () => {
    await office.close();
    await server?.close();
    server = undefined;
  });
  const round = () => office.app.get(StoreProbe, { strict: false }).round();

  it('is "not proven" for a directory, in both languages, and is recorded once', async () => {
    clock = new FakeClock();
    office = await startOffice({ clock });
    await round();
    clock.forward(25 * hour);
    await round();
    expect(await probes(office)).toEqual([{ doubt: 'not-offered' }]);
    expect(await protection(office, 'en')).toMatchObject({
      worm: 'not-proven',
      summary: expect.stringMatching(/^Not proven: filesystem:.* offers no lock against deletion\./),
    });
    expect((await protection(office, 'zh-CN')).summary).toMatch(/^未验证：filesystem:.*不提供防删除锁。/);
    const ready = await office.nobody.get('/health/ready');
    expect([ready.status, ready.body.worm]).toEqual([200, 'not-proven']);
  });

  it('follows a store that begins to lie, is away, and is honest again, entry by entry', async () => {
    clock = new FakeClock();
    server = await SimulatedS3.start();
    office = await startOffice({ clock, environment: { EVIDENCE_STORE: server.address } });
    await round();
    expect((await protection(office, 'en')).worm).toBe('proven');

    clock.forward(25 * hour);
    server.faults.add('lets delete through');
    await round();
    const lying = await protection(office, 'en');
    expect(lying.worm).toBe('not-proven');
    expect(lying.summary).toContain(
      'broke it all the same (delete: done; shorten: NoSuchVersion; read-back: NoSuchVersion; downgrade',
    );
    expect(lying.steps.filter(({ held }) => held === 'no').map(({ attempt }) => attempt)).toContain('delete');

    clock.forward(25 * hour);
    server.faults.clear();
    server.faults.add('asks for patience');
    await round();
    expect((await protection(office, 'en')).summary).toContain('did not answer');
    server.faults.clear();
    clock.forward(minuteMs);
    await round();
    expect((await protection(office, 'en')).worm).toBe('proven');

    // Within a day nothing is tried again; a day later the same verdict is recorded with its new date.
    clock.forward(hour);
    await round();
    clock.forward(24 * hour);
    await round();
    expect((await probes(office)).map(({ doubt }) => doubt)).toEqual([
      null,
      'not-held',
      'unreachable',
      null,
      null,
    ]);
    const [{ bytes }] = (await askDatabase<{ bytes: string }>(
      office,
      `SELECT convert_from(body, 'UTF8') AS bytes FROM ledger.entries WHERE type = 'store.probed' LIMIT 1`,
    )) as [{ bytes: string }];
    expect(bytes).not.toContain('hidden-secret');
  });

  it('is for administrators and auditors', async () => {
    office = await startOffice();
    expect((await office.nobody.get('/api/v1/status')).status).toBe(401);
    expect((await (await office.as('mr.officer1')).get('/api/v1/status')).status).toBe(403);
    expect((await (await office.as('mr.admin')).get('/api/v1/status')).status).toBe(200);
  });
});
