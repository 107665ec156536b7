import { newId, sha256Hex, type LotId } from '#kernel';
import {
  composePath,
  hashFromTile,
  leafHash,
  openCheckpoint,
  parseVerifierKey,
  planInclusion,
  tilePath,
  tileSliceOf,
  toHex,
  verifyInclusion,
  widthOfTile,
} from '#merkle';
import { get } from 'node:http';
import { startCertificates, type IssuedCertificate } from '../support/issued-certificates.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';

let ledger: Awaited<ReturnType<typeof startCertificates>>;
let site: TestPublicSite;
let issued: IssuedCertificate;

const text = async (path: string) => (await site.get(path, { accept: '*/*' })).text;
/** How many bytes of an answer go over the wire to a browser of today. */
const wireBytes = (path: string) =>
  new Promise<number>((resolve, reject) => {
    const headers = { accept: 'text/html,*/*', 'accept-encoding': 'br' };
    get(site.url + path, { headers }, (response) => {
      let length = 0;
      response.on('data', (chunk: Buffer) => (length += chunk.length));
      response.on('end', () => resolve(length));
    }).on('error', reject);
  });
const bytes = async (path: string) => Buffer.from(await (await fetch(site.url + path)).arrayBuffer());

beforeAll(async () => {
  ledger = await startCertificates();
  site = await startPublicSite(ledger.database.publicUrl);
});
afterAll(async () => {
  await site.close();
  await ledger.stop();
});

describe('before the first checkpoint', () => {
  it('says so, and the pages stand without it', async () => {
    expect((await site.get('/log/checkpoint', { accept: 'application/json' })).status).toBe(404);
    expect((await site.get('/verify')).status).toBe(200);
  });
});

describe('the public log', () => {
  beforeAll(async () => {
    issued = await ledger.issue();
    await ledger.record({
      type: 'appraisal.recorded',
      subject: { kind: 'appraisal', id: newId() },
      data: { lots: [newId<LotId>()], result: 'counterfeit', body: 'Station', reportNumber: 'R-1' },
    });
    await ledger.checkpoints.make();
  });

  it('lets a stranger prove an entry by checkpoint, key and tiles alone', async () => {
    const key = parseVerifierKey((await text('/log/key')).trim());
    const { size, root } = openCheckpoint(await text('/log/checkpoint'), [key]);
    const { body } = await site.number(issued.number);
    const seq = body.proof.seq as number;
    const plan = planInclusion(seq, size);
    const nodes = [];
    for (const node of plan.nodes) {
      const slice = tileSliceOf(node);
      const width = widthOfTile(slice, size);
      nodes.push(hashFromTile(slice, await bytes(`/log/${tilePath({ ...slice, width })}`)));
    }
    const entry = await bytes(`/log/entry/${seq}`);
    const path = composePath(plan, nodes).map(toHex);
    expect(verifyInclusion({ leafHash: toHex(leafHash(entry)), seq, size, root, path })).toBe(true);
    expect(JSON.parse(entry.toString('utf8')).data.sha256).toBe(sha256Hex(issued.sealed));
  });

  it('gives out entries of certificates only', async () => {
    const { size } = openCheckpoint(await text('/log/checkpoint'), [
      parseVerifierKey((await text('/log/key')).trim()),
    ]);
    const statuses = [];
    for (let seq = 0; seq <= size; seq += 1)
      statuses.push((await fetch(`${site.url}/log/entry/${seq}`)).status);
    expect(statuses).toEqual([200, 200, 200, 404, 404]);
  });

  it.each([
    '/log/entry/-1',
    '/log/entry/01',
    '/log/entry/1e3',
    '/log/entry/99999999999999999999',
    '/log/entry/x',
  ])('knows no entry at %s', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404);
  });

  it.each([
    '/log/tile/0/000',
    '/log/tile/0/000.p/5',
    '/log/tile/1/000.p/1',
    '/log/tile/0/001.p/1',
    '/log/tile/0/0',
    '/log/tile/0/x000/000.p/1',
    '/log/tile/64/000',
  ])('has no tile at %s, which no checkpoint covers', async (path) => {
    expect((await fetch(site.url + path)).status).toBe(404);
  });

  it('has each narrower form of a partial tile, as older checkpoints need them', async () => {
    const four = await bytes('/log/tile/0/000.p/4');
    expect(four.length).toBe(128);
    expect(await bytes('/log/tile/0/000.p/1')).toEqual(four.subarray(0, 32));
  });
});

describe('operations', () => {
  it('says that it lives and is ready, and counts checks by verdict, never by number', async () => {
    expect(JSON.parse(await text('/health/live'))).toEqual({ status: 'ok' });
    expect(JSON.parse(await text('/health/ready'))).toEqual({ status: 'ok', database: 'up' });
    await site.number(issued.number);
    const metrics = await text('/metrics');
    expect(metrics).toMatch(/certificate_checks_total\{shown="number",verdict="issued"\} [1-9]/);
    expect(metrics).not.toContain(issued.number);
  });

  it('forbids scripts, frames and foreign content on every page, and lets nobody keep a verdict', async () => {
    for (const path of ['/', '/verify', `/c/${issued.number}`, '/nowhere']) {
      const { headers } = await site.get(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(headers.get('vary')).toContain('Accept');
    }
  });

  it('keeps pages small: home at most 60 kB and 3 requests, the check at most 30 kB with its script', async () => {
    for (const [path, limit, scripts] of [
      ['/', 60_000, 0],
      ['/verify', 30_000, 1],
      [`/c/${issued.number}`, 30_000, 1],
    ] as const) {
      const { text: page } = await site.get(path);
      const addresses = [path, ...new Set(page.match(/\/assets\/[^"]+/g))];
      const sizes = await Promise.all(addresses.map(wireBytes));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(limit);
      expect(new Set(page.match(/\/assets\/[^"]+/g)).size).toBe(2 + scripts);
      expect(page).not.toMatch(/<script(?! src="\/assets\/)|style="|https?:\/\//);
    }
  });
});
