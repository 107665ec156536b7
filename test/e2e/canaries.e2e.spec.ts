import { sha256Hex } from '#kernel';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportPublic } from '../../apps/cli/src/export/export-public.js';
import { startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { phoneExif, phonePhoto } from '../support/pictures.js';
import { certify, publish, refresh } from '../support/publishing.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { query } from '../support/query.js';
import { ok, Scenario } from '../support/scenario.js';

/** What a case holds and nobody outside may read, by what it is. */
const planted = {
  place: '示范县仓库路 3 号',
  storage: '甲 3-1',
  caseNumber: 'CASE-',
  decision: 'CF-',
  report: 'JD-',
  body: '质量监督检验站',
  statement: '现场清点、销毁全过程均已见证',
  siteAddress: '示范路 1 号',
  goods: '男式夹克',
  lot: 'LOT-2026',
  seizure: 'CK-2026',
  device: phoneExif.IFD0.Make,
  owner: phoneExif.IFD0.Artist,
  note: '后排可见人脸',
  concern: '同一批次的外套又在夜市出售',
  contact: '13800000000',
};

describe('what a case holds', () => {
  let office: TestOffice;
  let site: TestPublicSite;
  let canaries: [string, string][];
  let folder: string;

  beforeAll(async () => {
    office = await startOffice();
    const scenario = new Scenario(office);
    const photo = await destroyWithPhoto(scenario);
    const number = await certify(office, scenario);
    const content = { photos: [{ sha256: photo, zh: '销毁后现场' }], attendance: 80 };
    await publish(office, number, { content });
    // A second one goes through release and withdrawal.
    const other = new Scenario(office, { agency: 'tb', lines: [{ amount: '900', unit: 'piece' }] });
    await destroyWithPhoto(other);
    const gone = await certify(office, other);
    await publish(office, gone, { agency: 'tb' });
    ok(
      await (
        await office.as('tb.coordinator')
      ).post(`/api/v1/certificates/${gone}/publication/withdrawal`, { cause: 'picture', note: planted.note }),
    );
    // Open cases, and goods that are only held.
    for (let i = 0; i < 5; i += 1) await new Scenario(office).toStored();
    await refresh(office);
    site = await startPublicSite(office.database.publicUrl);
    await fetch(`${site.url}/concern`, {
      method: 'POST',
      body: new URLSearchParams({ key: '', body: planted.concern, about: number, contact: planted.contact }),
    });
    const people = await query(office, 'SELECT name FROM work.person_details');
    const lots = await query(office, 'SELECT id::text AS id, code FROM state.lots');
    canaries = [
      ...Object.entries(planted),
      ...people.map(({ name }) => ['person', name] as [string, string]),
      ...(lots.flatMap(({ id, code }) => [
        ['lot id', id],
        ['lot', code],
      ]) as [string, string][]),
    ];
    expect(canaries.length).toBeGreaterThan(40);
    folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await site.close();
    await office.close();
  });

  /** Stages, photographs with a phone that knows where it is, records, witnesses and closes. */
  async function destroyWithPhoto(scenario: Scenario): Promise<string> {
    await scenario.toApproved();
    const event = await scenario.plan();
    await scenario.stage(event);
    await scenario.photographEvent(event);
    const bytes = await phonePhoto(scenario.batch.length + scenario.agency.length);
    const sha256 = sha256Hex(bytes);
    const path = `/api/v1/events/${event.id}/photos/${sha256}?stage=after&site=${event.site}`;
    ok(await (await scenario.as('coordinator')).putBytes(path, bytes, { 'content-type': 'image/jpeg' }));
    await scenario.record(event);
    await scenario.witness(event);
    ok(await scenario.tryClose(event));
    return sha256;
  }

  function found(bytes: Buffer): string[] {
    return canaries.filter(([, text]) => bytes.includes(text)).map(([kind, text]) => `${kind}: ${text}`);
  }
  async function addresses(): Promise<string[]> {
    const list = (await site.get('/sitemap.txt', { accept: '*/*' })).text.trim().split('\n');
    return list.map((line) => new URL(line).pathname + new URL(line).search);
  }

  it('is really there, inside', async () => {
    const auditor = await office.as('mr.coordinator');
    const { text } = await auditor
      .get(`/api/v1/seizures`)
      .then(({ bytes }) => ({ text: bytes.toString('utf8') }));
    expect(text).toContain('CASE-');
    const rows = await query(office, 'SELECT contact FROM work.concerns');
    expect(rows).toEqual([{ contact: planted.contact }]);
  });

  it('stands in no row that the public role can read, as text or inside of bytes', async () => {
    const tables = await query(
      office,
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'published' AND c.relkind IN ('r', 'v', 'm')`,
    );
    expect(tables.length).toBeGreaterThan(10);
    for (const { name } of tables) {
      const rows = await query(office, `SELECT * FROM published.${String(name)}`);
      for (const row of rows) {
        const values = Object.values(row).map((value) =>
          Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '', 'utf8'),
        );
        expect([name, found(Buffer.concat(values))]).toEqual([name, []]);
      }
    }
  });

  it.each(['zh-CN', 'en'])('comes out at no address of the site in %s', async (language) => {
    const all = await addresses();
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter((path) => path.startsWith('/photos/'))).toHaveLength(1);
    for (const path of all) {
      for (const accept of ['text/html', 'application/json', '*/*']) {
        const answer = await fetch(site.url + path, { headers: { accept, 'accept-language': language } });
        expect([path, answer.status < 500]).toEqual([path, true]);
        expect([path, found(Buffer.from(await answer.arrayBuffer()))]).toEqual([path, []]);
      }
    }
  });

  it('comes out in no failure', async () => {
    const [seizure] = await query(office, 'SELECT id FROM state.seizures LIMIT 1');
    for (const path of [
      ...['/events/PC-2026-9999', '/c/MR-2026-000009-9', '/log/entry/3', '/data/x.csv', '/photos/x.jpg'],
      ...[`/c/${String(seizure!['id'])}`, '/verify?number=%00', '/concern/jb-0000-0000', '/api/v1/lots'],
    ]) {
      const answer = await fetch(site.url + path, { headers: { accept: 'text/html' } });
      expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
      expect([path, found(Buffer.from(await answer.arrayBuffer()))]).toEqual([path, []]);
    }
  });

  it('comes out in no entry of the log but the statements that certificates are', async () => {
    const { text } = await site.get('/log/checkpoint', { accept: '*/*' });
    const size = Number(text.split('\n')[1]);
    const types: string[] = [];
    for (let seq = 0; seq < size; seq += 1) {
      const answer = await fetch(`${site.url}/log/entry/${String(seq)}`);
      if (answer.status === 404) continue;
      const bytes = Buffer.from(await answer.arrayBuffer());
      types.push((JSON.parse(bytes.toString('utf8')) as AnswerBody).type);
      expect([seq, found(bytes)]).toEqual([seq, []]);
    }
    expect(types).toContain('report.withdrawn');
    expect(types.filter((type) => !/^(certificate|report)\./.test(type))).toEqual([]);
  });

  it('is in no file of the static copy', async () => {
    await exportPublic(folder, site.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile());
    expect(files.length).toBeGreaterThan(100);
    for (const path of files) expect([path, found(readFileSync(path))]).toEqual([path, []]);
  });
});
