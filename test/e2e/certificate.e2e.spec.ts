import { sha256Hex } from '#kernel';
import { canonicalize, parseCanonical } from '#merkle';
import { readAttachment } from '#papers';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { ok, Scenario } from '../support/scenario.js';

const sites = [
  { code: 'yard', name: '县局后院', address: '示范路 1 号' },
  { code: 'landfill', name: '定点垃圾填埋场', address: '示范镇' },
];
const lines = [
  { category: 'liquor', description: '白酒', amount: '3186', unit: 'bottle', site: 'yard' },
  { category: 'tyres', description: '轮胎', amount: '486', unit: 'tyre', site: 'landfill' },
  { category: 'other-shoes', description: '鞋', amount: '711', unit: 'pair', site: 'landfill' },
];

let office: TestOffice;
let site: TestPublicSite;
beforeAll(async () => {
  office = await startOffice();
  site = await startPublicSite(office.database.publicUrl);
});
afterAll(async () => {
  await site.close();
  await office.close();
});

async function preview(issuer: SignedClient, batch: string) {
  return ok<{ contentHash: string; content: Record<string, unknown> }>(
    await issuer.get(`/api/v1/batches/${batch}/certificate-preview`),
  );
}
async function fileOf(issuer: SignedClient, number: string): Promise<Buffer> {
  const { status, bytes } = await issuer.get(`/api/v1/certificates/${number}.pdf`);
  expect(status).toBe(200);
  return bytes;
}

describe('the certificate of a batch at two sites', () => {
  const scenario = () => new Scenario(office, { lines, sites });
  let done: Scenario;
  let issuer: SignedClient;
  let number: string;
  let file: Buffer;
  beforeAll(async () => {
    done = scenario();
    await done.toClosed();
    issuer = await done.as('issuer');
  });

  it('is previewed with totals, a headline that carries its rule, and the hash that the step-up binds', async () => {
    const { content, contentHash } = await preview(issuer, done.batch);
    expect(contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(content).toMatchObject({
      totals: expect.arrayContaining([
        { category: 'liquor', base: { amount: '3186', unit: 'bottle' } },
        { category: 'tyres', base: { amount: '486', unit: 'tyre' } },
      ]),
      headline: { amount: '4383', categories: 3, rule: { zh: expect.any(String) } },
      subtotals: expect.arrayContaining([expect.objectContaining({ site: 'landfill' })]),
    });
  });

  it('is refused without a step-up, with one for another hash, and to whoever took part earlier', async () => {
    const path = `/api/v1/batches/${done.batch}/certificates`;
    const foreign = await issuer.stepUp('issue', sha256Hex('another content'));
    for (const stepUp of [undefined, 'x'.repeat(43), foreign]) {
      const { status, body } = await issuer.post(path, { ...(stepUp && { stepUp }) });
      expect([status, body.type]).toEqual([403, 'urn:problem:step-up-required']);
    }
    expect((await (await done.as('coordinator')).post(path, {})).status).toBe(403);
    expect((await (await office.as('tb.issuer')).post(path, {})).status).toBe(404);
  });

  it('is numbered, sealed and issued within the call; the same key again answers the same', async () => {
    const { contentHash } = await preview(issuer, done.batch);
    const stepUp = await issuer.stepUp('issue', contentHash);
    const key = { 'idempotency-key': '019aaaaa-0000-7000-8000-000000000001' };
    const path = `/api/v1/batches/${done.batch}/certificates`;
    const first = await issuer.post(path, { stepUp }, key);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      number: expect.stringMatching(/^MR-\d{4}-\d{6}-[0-9A-Z]$/),
      state: 'issued',
    });
    const again = await issuer.post(path, { stepUp }, key);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    number = first.body.number as string;
    file = await fileOf(issuer, number);
    expect(sha256Hex(file)).toBe(first.body.sha256);
  });

  it('is issued once: a second issue names the standing certificate', async () => {
    const { status, body } = await issuer.post(`/api/v1/batches/${done.batch}/certificates`, {});
    expect([status, body.type]).toEqual([409, 'urn:problem:already-issued']);
    expect(body.detail).toContain(number);
  });

  it('carries its data as JCS JSON whose hash stands in the ledger', async () => {
    const json = readAttachment(file, 'certificate.json')!;
    expect(canonicalize(parseCanonical(json))).toBe(Buffer.from(json).toString('utf8'));
    const auditor = await office.as('aud.auditor');
    const { body } = await auditor.get('/api/v1/ledger/entries?limit=1000');
    const prepared = (body.entries as { entry: { type: string; data: Record<string, string> } }[]).find(
      ({ entry }) => entry.type === 'certificate.prepared' && entry.data['number'] === number,
    );
    expect(prepared!.entry.data['json']).toBe(sha256Hex(json));
    const served = await issuer.get(`/api/v1/certificates/${number}.json`);
    expect(served.bytes.equals(Buffer.from(json))).toBe(true);
  });

  it('verifies as valid by file on the public site', async () => {
    const { status, body } = await site.verify(file);
    expect(status).toBe(200);
    expect(body).toMatchObject({ verdict: 'valid', number });
  });

  it('is "issued, details not published" by number until a second person releases the figures', async () => {
    expect((await site.number(number)).body).toMatchObject({ verdict: 'issued' });
    const path = `/api/v1/certificates/${number}/publication`;
    ok(await (await done.as('coordinator')).post(path));
    expect((await (await done.as('coordinator')).post(`${path}/confirmation`)).status).toBe(403);
    ok(await (await done.as('approver')).post(`${path}/confirmation`));
    const { body } = await site.number(number);
    expect(body.verdict).toBe('issued');
    expect(JSON.stringify(body)).toContain('4383');
  });

  it('is not valid with one flipped byte, an appended increment, a stripped signature: each with its reason', async () => {
    const flipped = Buffer.from(file);
    flipped[Math.floor(file.length / 2)]! ^= 1;
    const appended = Buffer.concat([file, Buffer.from('\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n')]);
    const base = file.subarray(0, file.indexOf('%%EOF') + 6);
    const reasonOf = async (bytes: Buffer) => {
      const { body } = await site.verify(bytes);
      expect(body.verdict).toBe('not-valid');
      expect(body.reasons[0]!.detail).not.toBe('');
      return body.reasons[0]!.code;
    };
    expect(await reasonOf(flipped)).toContain('bytes-changed');
    expect(await reasonOf(appended)).toContain('bytes-appended');
    expect(await reasonOf(base)).toContain('signature-stripped');
  });

  it('can’t be voided once it is issued', async () => {
    const { status, body } = await issuer.post(`/api/v1/certificates/${number}/voiding`, { reason: '作废' });
    expect([status, body.type]).toEqual([409, 'urn:problem:not-voidable']);
  });

  it('is revoked only by two persons, and then says so first', async () => {
    const path = `/api/v1/certificates/${number}/revocation`;
    const { sha256 } = { sha256: sha256Hex(file) };
    const asked = { reason: '数量有误', stepUp: await issuer.stepUp('revoke', sha256) };
    ok(await issuer.post(path, asked));
    const alone = await issuer.post(`${path}/confirmation`, {
      stepUp: await issuer.stepUp('confirm-revocation', sha256),
    });
    expect([alone.status, alone.body.type]).toEqual([403, 'urn:problem:second-person']);
    expect((await site.verify(file)).body.verdict).toBe('valid');
    const approver = await done.as('approver');
    ok(
      await approver.post(`${path}/confirmation`, {
        stepUp: await approver.stepUp('confirm-revocation', sha256),
      }),
    );
    const { body } = await site.verify(file);
    expect(body.verdict).toBe('not-valid');
    expect(body.reasons[0]!.code).toContain('revoked');
  });
});

describe('what must come before a certificate', () => {
  it('names open events', async () => {
    const open = new Scenario(office);
    await open.toApproved();
    await open.toWitnessed();
    const { status, body } = await (
      await open.as('issuer')
    ).get(`/api/v1/batches/${open.batch}/certificate-preview`);
    expect([status, body.type]).toEqual([409, 'urn:problem:events-open']);
    expect(body.detail).toMatch(/HD-\d{4}-\d+/);
  });

  it('gives two parallel issues of one batch one number', async () => {
    const twice = new Scenario(office);
    await twice.toClosed();
    const issuer = await twice.as('issuer');
    const { contentHash } = await preview(issuer, twice.batch);
    const stepUps = [await issuer.stepUp('issue', contentHash), await issuer.stepUp('issue', contentHash)];
    const answers = await Promise.all(
      stepUps.map((stepUp) => issuer.post(`/api/v1/batches/${twice.batch}/certificates`, { stepUp })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('numbers without gaps', async () => {
    const issuer = await office.as('mr.issuer');
    const { body } = await issuer.get('/api/v1/certificates?limit=100');
    const serials = (body.items as { number: string }[])
      .map(({ number }) => Number(number.split('-')[2]))
      .sort();
    expect(serials).toEqual(serials.map((_, i) => i + 1));
  });
});
