import { sha256Hex } from '#kernel';
import { canonicalBytes } from '#merkle';
import sharp from 'sharp';
import { startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { certify, eventPhotos, publish, refresh } from '../support/publishing.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { ok, Scenario } from '../support/scenario.js';

let office: TestOffice;
let number: string;
let photos: string[];
let site: TestPublicSite | undefined;
const path = () => `/api/v1/certificates/${number}/publication`;
const as = (who: string) => office.as(`mr.${who}`);
const state = async () => (await (await as('coordinator')).get(path())).body as AnswerBody;
/** The public site without what it remembers of a second ago. */
async function freshSite(): Promise<TestPublicSite> {
  await site?.close();
  site = await startPublicSite(office.database.publicUrl);
  return site;
}

beforeAll(async () => {
  office = await startOffice();
  const scenario = new Scenario(office);
  const [event] = await scenario.toClosed();
  number = await certify(office, scenario);
  photos = await eventPhotos(office, scenario, event!.id);
}, 60_000);
afterAll(async () => {
  await site?.close();
  await office.close();
});

describe('preparing what becomes public of a certificate', () => {
  it('is for the coordinator of its agency: others are refused, other agencies do not see it', async () => {
    expect((await (await as('approver')).post(path())).status).toBe(403);
    expect((await (await as('officer1')).post(path())).status).toBe(403);
    expect((await (await office.as('tb.coordinator')).post(path())).status).toBe(404);
  });

  it.each<[string, () => object, string]>([
    ['a photo of something else', () => ({ photos: [{ sha256: 'a'.repeat(64), zh: '图' }] }), '/photos/0'],
    ['a photo without words', () => ({ photos: [{ sha256: photos[0], zh: ' ' }] }), '/photos/0/zh'],
    ['no hash', () => ({ photos: [{ sha256: '../x', zh: '图' }] }), '/photos/0/sha256'],
    ['half a person', () => ({ attendance: 0.5 }), '/attendance'],
    ['a field that there is not', () => ({ party: '某商行' }), '/party'],
  ])('refuses %s, and names it', async (_what, body, pointer) => {
    const { status, body: problem } = await (await as('coordinator')).post(path(), body());
    expect([status, problem.errors[0].pointer]).toEqual([422, pointer]);
    expect((await state()).state).toBe('none');
  });

  it('keeps the content apart; the public entry has its hash alone', async () => {
    const content = {
      photos: [{ sha256: photos[2], zh: '碾压后的卷烟', en: 'Crushed cigarettes' }],
      attendance: 120,
      leaflets: 300,
    };
    ok(await (await as('coordinator')).post(path(), content));
    const shown = await state();
    expect(shown).toMatchObject({ state: 'prepared', attendance: 120, leaflets: 300 });
    const { rows } = await query(
      `SELECT json -> 'data' AS data FROM ledger.entries WHERE type = 'report.prepared'`,
    );
    expect(rows[0].data.content).toBe(shown['content']);
    expect(JSON.stringify(rows)).not.toContain('碾压');
    expect((await freshSite().then((one) => one.number(number))).body.figures).toBeNull();
  });

  it('happens once: another preparation is refused', async () => {
    expect((await (await as('coordinator')).post(path())).body.type).toBe('urn:problem:already-prepared');
  });
});

describe('releasing it', () => {
  it('is refused for content that was not the one looked at', async () => {
    const { status, body } = await (
      await as('approver')
    ).post(`${path()}/confirmation`, { content: 'b'.repeat(64) });
    expect([status, body.type]).toEqual([409, 'urn:problem:content-changed']);
  });

  it('puts small pictures without metadata where the public reads, and the words and counts beside them', async () => {
    const { content } = await state();
    ok(await (await as('approver')).post(`${path()}/confirmation`, { content }));
    await refresh(office);
    const { text } = await (await freshSite()).get(await eventPath());
    expect(text).toContain('碾压后的卷烟');
    expect(text).toContain('120');
    const [, address] = /src="(\/photos\/[0-9a-f]{64}\.jpg)"/.exec(text) ?? [];
    const answer = await fetch(site!.url + address!);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(address).toContain(sha256Hex(bytes));
    const { exif, icc, xmp, iptc, width } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, iptc }).toEqual({});
    expect(width).toBeLessThanOrEqual(640);
    expect(photos).not.toContain(sha256Hex(bytes));
  });

  it('says in both languages what a photo shows', async () => {
    expect((await site!.get(`${await eventPath()}?lang=en`)).text).toContain('Crushed cigarettes');
  });

  it('publishes what the preparation’s entry has the hash of', async () => {
    const { text } = await site!.get('/data/snapshots/1/snapshot.json');
    const { report } = (JSON.parse(text) as { events: { report: AnswerBody }[] }).events[0]!;
    const { content, photos: released, ...rest } = report;
    const original = (released as AnswerBody[]).map((one) => ({
      ...{ sha256: one.original, stage: one.stage, description: one.description },
    }));
    expect(sha256Hex(canonicalBytes({ v: 1, ...rest, photos: original }))).toBe(content);
  });

  it('shows no photo that was not released', async () => {
    for (const sha256 of photos) expect((await fetch(`${site!.url}/photos/${sha256}.jpg`)).status).toBe(404);
    for (const name of ['x', '..%2f..%2fetc', `${'a'.repeat(64)}.png`])
      expect((await fetch(`${site!.url}/photos/${name}`)).status).toBe(404);
  });
});

describe('withdrawing it', () => {
  it('needs a cause of the list', async () => {
    const coordinator = await as('coordinator');
    for (const body of [{}, { cause: 'because' }, { cause: 'picture', note: ' ' }])
      expect((await coordinator.post(`${path()}/withdrawal`, body)).status).toBe(422);
    expect((await (await as('issuer')).post(`${path()}/withdrawal`, { cause: 'picture' })).status).toBe(403);
    expect(
      (await (await office.as('tb.coordinator')).post(`${path()}/withdrawal`, { cause: 'picture' })).status,
    ).toBe(404);
  });

  it('takes figures and pictures off every page at the next snapshot, once however often it is sent', async () => {
    const coordinator = await as('coordinator');
    const body = { cause: 'picture', note: '后排可见人脸' };
    const key = { 'idempotency-key': '0198c1a2-0000-7000-8000-00000000000a' };
    const before = await site!.get(await eventPath());
    const address = /src="(\/photos\/[0-9a-f]{64}\.jpg)"/.exec(before.text)![1]!;
    const first = await coordinator.post(`${path()}/withdrawal`, body, key);
    const again = await coordinator.post(`${path()}/withdrawal`, body, key);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect((await fetch(site!.url + address)).status).toBe(404);
    await refresh(office);
    await freshSite();
    expect((await site!.get(await eventPath())).status).toBe(410);
    expect((await site!.get('/')).text).not.toContain('1,860');
    expect((await site!.number(number)).body.figures).toBeNull();
    const { rows } = await query(
      `SELECT json::text AS json FROM ledger.entries WHERE type = 'report.withdrawn'`,
    );
    expect(rows[0].json).not.toContain('人脸');
    expect((await coordinator.post(`${path()}/withdrawal`, body)).body.type).toBe(
      'urn:problem:already-withdrawn',
    );
  });

  it('lets it be prepared and released anew, and earlier snapshots stay what they were', async () => {
    const first = (await site!.get('/data/snapshots/1/snapshot.json')).text;
    await publish(office, number, { content: { photos: [{ sha256: photos[0], zh: '销毁前' }] } });
    await freshSite();
    const { text } = await site!.get(await eventPath());
    expect(text).toContain('销毁前');
    expect(text).not.toContain('碾压后的卷烟');
    expect((await site!.get('/data/snapshots/1/snapshot.json')).text).toBe(first);
    await expectReproducible();
  });
});

async function eventPath(): Promise<string> {
  const { rows } = await query('SELECT reference FROM state.batches LIMIT 1');
  return `/events/${rows[0].reference as string}`;
}

/** Every kept snapshot can be made again from the ledger as it is now, byte for byte. */
async function expectReproducible(): Promise<void> {
  const { SnapshotService } = await import('#publication');
  const service = office.app.get(SnapshotService, { strict: false });
  const { rows } = await query('SELECT size, root, content FROM published.snapshots ORDER BY number');
  expect(rows.length).toBeGreaterThan(2);
  for (const { size, root, content } of rows) {
    const kept = content as Buffer;
    const { origin } = (JSON.parse(kept.toString('utf8')) as AnswerBody).checkpoint;
    const again = await service.at({ size: Number(size), root, origin });
    expect(Buffer.from(canonicalBytes(again)).equals(kept)).toBe(true);
  }
}

async function query(sql: string): Promise<{ rows: AnswerBody[] }> {
  const { DataSource } = await import('typeorm');
  return { rows: await office.app.get(DataSource, { strict: false }).query(sql) };
}
