import { createHash } from 'node:crypto';
import { Integrator, Checkpoints } from '#ledger';
import { systemClock } from '#kernel';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { PublicLedgerRepository } from '../../libs/publication/src/public-ledger.repository.js';
import { SnapshotService } from '../../libs/publication/src/snapshot.service.js';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';

/** What the sample certificates say and nobody may publish: people, addresses, lots, parties, decisions. */
const canaries = ['赵敏', '马骁', '示范路', '某商行', 'LOT-2026', '王某'];
const addresses = [
  ...[
    '/',
    '/?unit=bottle',
    '/events',
    '/events/PC-2026-0061',
    '/data',
    '/log',
    '/how-we-count',
    '/feeds/all.atom',
  ],
  ...[
    '/feeds/agency-SLX.atom',
    '/data/events.csv',
    '/data/lines.csv',
    '/data/lines.json',
    '/data/flows.json',
  ],
  ...['/data/catalog.jsonld', '/data/snapshots/1/snapshot.json', '/data/snapshots/1/SHA256SUMS'],
  ...['/charts/month-piece.svg', '/data/schema/lines.json', '/data/openapi.json'],
];

describe('what the public reads', () => {
  let ledger: Awaited<ReturnType<typeof startCertificates>>;
  let site: TestPublicSite;
  let snapshots: SnapshotService;
  let shown: IssuedCertificate;

  beforeAll(async () => {
    ledger = await startCertificates();
    snapshots = new SnapshotService(
      new PublicLedgerRepository(ledger.get(DataSource)),
      ledger.get(Checkpoints),
      ledger.get(Integrator),
      systemClock,
    );
    await ledger.issue();
    await snapshots.refresh();
    shown = await ledger.issue();
    await ledger.release(shown);
    await snapshots.refresh();
    site = await startPublicSite(ledger.database.publicUrl);
  });
  afterAll(async () => {
    await site.close();
    await ledger.stop();
  });

  const text = async (path: string) => (await site.get(path)).text;
  const count = async () => {
    const { rows } = await ledger.superuser.query('SELECT count(*)::int AS n FROM published.snapshots');
    return (rows[0] as { n: number }).n;
  };

  it('begins with the first release: a certificate alone makes no snapshot, and nothing new makes none either', async () => {
    expect(await count()).toBe(1);
    await snapshots.refresh();
    expect(await count()).toBe(1);
  });

  it('shows the released figures, each unit apart, with the certificate', async () => {
    const home = await text('/?lang=en');
    expect(home).toContain('92,092');
    expect(home).toContain(shown.number);
    expect(await text('/events/PC-2026-0061?lang=en')).toContain(`Verify ${shown.number}`);
  });

  it.each(['zh-CN', 'en'])(
    'holds no person, party, address or lot on any page or file in %s',
    async (language) => {
      for (const path of addresses) {
        const { status, text: body } = await site.get(path, { 'accept-language': language });
        expect([path, status]).toEqual([path, 200]);
        for (const canary of canaries) expect([path, body.includes(canary)]).toEqual([path, false]);
      }
    },
  );

  it('holds none of it in any table that the public role can read, apart from certificates’ own entries', async () => {
    const { rows } = await ledger.superuser.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'published' AND table_type = 'BASE TABLE'`,
    );
    for (const { table_name: table } of rows as { table_name: string }[]) {
      const all = await ledger.superuser.query(`SELECT to_jsonb(t)::text AS row FROM published.${table} t`);
      for (const { row } of all.rows as { row: string }[])
        for (const canary of canaries) expect([table, row.includes(canary)]).toEqual([table, false]);
    }
    const kept = await ledger.superuser.query('SELECT content FROM published.snapshots');
    for (const { content } of kept.rows as { content: Buffer }[])
      for (const canary of canaries) expect(content.toString('utf8')).not.toContain(canary);
  });

  it('is refused to the public role in every other schema', async () => {
    const client = new pg.Client({ connectionString: ledger.database.publicUrl });
    await client.connect();
    const { rows } = await ledger.superuser.query(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('ledger', 'state', 'work')`,
    );
    expect(rows.length).toBeGreaterThan(20);
    for (const { name } of rows as { name: string }[])
      await expect(client.query(`SELECT 1 FROM ${name} LIMIT 1`)).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('DELETE FROM published.snapshots')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('adds up: the lines of open data are the sums of the units', async () => {
    const { rows: lines } = JSON.parse(await text('/data/lines.json')) as { rows: Record<string, string>[] };
    const { rows: units } = JSON.parse(await text('/data/units.json')) as { rows: Record<string, string>[] };
    for (const { unit, amount } of units) {
      const sum = lines
        .filter((line) => line['unit'] === unit)
        .reduce((all, line) => all + Number(line['amount']), 0);
      expect([unit, String(sum)]).toEqual([unit, amount]);
    }
    expect(lines).toHaveLength(20);
  });

  it('can be made again byte for byte, and matches its checksums', async () => {
    const { rows } = await ledger.superuser.query(
      'SELECT size, root, sha256, content FROM published.snapshots',
    );
    const { size, root, content, sha256 } = rows[0] as Record<string, string> & { content: Buffer };
    const again = await snapshots.at({ origin: 'ledger.test', size: Number(size), root: root as never });
    expect(JSON.parse(content.toString('utf8'))).toEqual(again);
    const hash = (bytes: string) => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await text('/data/snapshots/1/snapshot.json'))).toBe(sha256);
    const sums = (await text('/data/snapshots/1/SHA256SUMS')).trim().split('\n');
    expect(sums.length).toBeGreaterThan(15);
    for (const line of sums) {
      const [wanted, file] = line.split('  ');
      expect([file, hash(await text(`/data/snapshots/1/${file}`))]).toEqual([file, wanted]);
    }
  });

  it('is kept by its hash: unchanged pages answer 304, compressed ones have their own tag', async () => {
    const first = await fetch(site.url, { headers: { accept: 'text/html', 'accept-encoding': 'br' } });
    expect(first.headers.get('content-encoding')).toBe('br');
    const etag = first.headers.get('etag')!;
    const again = await fetch(site.url, {
      headers: { accept: 'text/html', 'accept-encoding': 'br', 'if-none-match': etag },
    });
    expect(again.status).toBe(304);
    const plain = await fetch(site.url, { headers: { accept: 'text/html', 'accept-encoding': 'identity' } });
    expect(plain.headers.get('etag')).not.toBe(etag);
  });

  it('keeps nothing of one reader’s query for the next', async () => {
    await site.get('/events?x=%22%3E%3Cb%3Eplanted');
    expect(await text('/events')).not.toContain('planted');
    expect(await text('/?unit=planted')).not.toContain('planted');
  });

  it('may be read from pages of other sites, where it is data', async () => {
    const { headers } = await site.get('/data/lines.csv');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await site.get('/')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('names an unknown event, file and chart in plain words', async () => {
    for (const path of [
      '/events/PC-2026-9999',
      '/data/nothing.csv',
      '/charts/flow-x.svg',
      '/feeds/agency-no.atom',
    ])
      expect([path, (await site.get(path)).status]).toEqual([path, 404]);
  });

  it('withdraws the figures of a revoked certificate everywhere but in its history', async () => {
    await ledger.revoke(shown);
    await snapshots.refresh();
    const later = await startPublicSite(ledger.database.publicUrl);
    expect((await later.get('/events/PC-2026-0061')).status).toBe(410);
    expect((await later.get('/')).text).not.toContain('92,092');
    expect((await later.get('/data/units.csv')).text.trim().split('\r\n')).toHaveLength(1);
    expect((await later.get('/data/snapshots/1/units.csv')).text).toContain('56902');
    await later.close();
  });
});
