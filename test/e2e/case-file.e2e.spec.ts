import { randomUUID } from 'node:crypto';
import { startOffice, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { ok, Scenario } from '../support/scenario.js';

const html = { accept: 'text/html', 'accept-language': 'en' };

describe('the file of a case', () => {
  let office: TestOffice;
  let story: Scenario;
  let number: string;
  beforeAll(async () => {
    office = await startOffice();
    story = new Scenario(office);
    await story.toClosed();
    const issuer = await office.as('mr.issuer');
    const { contentHash } = ok(await issuer.get(`/api/v1/batches/${story.batch}/certificate-preview`));
    const stepUp = await issuer.stepUp('issue', contentHash as string);
    number = ok(await issuer.post(`/api/v1/batches/${story.batch}/certificates`, { stepUp }))[
      'number'
    ] as string;
  }, 90_000);
  afterAll(() => office.close());

  const page = async (who: string, path: string) => (await office.as(who)).get<string>(path, html);

  it('names goods, records, hand-overs, batch, event, certificate, photos and every entry', async () => {
    const { status, body } = await page('mr.officer1', `/seizures/${story.seizure}/file`);
    expect(status).toBe(200);
    for (const lot of story.lots) expect(body).toContain(`href="/lots/${lot.id}"`);
    for (const place of [
      `/decisions/${story.decision}`,
      `/transfers/${story.transfer}`,
      `/batches/${story.batch}`,
      `/certificates/${number}`,
    ])
      expect(body).toContain(`href="${place}"`);
    expect(body).toMatch(/href="\/events\/[0-9a-f-]{36}"/);
    const photos = await query(office, 'SELECT sha256 FROM state.photos WHERE seizure IS NOT NULL');
    for (const { sha256 } of photos) expect(body).toContain(String(sha256));
    const entries = await query(
      office,
      `SELECT DISTINCT s.seq FROM ledger.entry_lots l JOIN ledger.sequence s ON s.entry = l.entry`,
    );
    for (const { seq } of entries) expect(body).toContain(`Ledger #${String(seq)} `);
    expect(body).toContain('destroyed 1,860');
    expect(body).toMatch(/data-label="Location"><div>none</);
  });

  it('is read by auditors within their engagement, who can take the entries of the case along', async () => {
    const path = `/seizures/${story.seizure}`;
    const { status, body } = await page('aud.auditor', `${path}/file`);
    expect(status).toBe(200);
    const bundle = /href="(\/audit\/bundle\?case=[^"]+)"/.exec(body)![1]!;
    const [row] = await query(office, 'SELECT case_number FROM state.seizures');
    expect((await page('aud.auditor', bundle)).body).toContain(`value="${String(row!['case_number'])}"`);
    expect((await page('mr.officer1', `${path}/file`)).body).not.toContain('/audit/bundle');
    expect((await page('aud.auditor', path)).body).toContain(`href="${path}/file"`);
  });

  it('is not there for another agency, for a seizure that is not, or for an administrator', async () => {
    const path = `/seizures/${story.seizure}/file`;
    expect((await page('tb.officer1', path)).status).toBe(404);
    expect((await page('mr.officer1', `/seizures/${randomUUID()}/file`)).status).toBe(404);
    expect((await page('mr.admin', path)).status).toBe(404);
  });
});
