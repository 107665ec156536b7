import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { sha256Hex } from '#kernel';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { flatPng, jpeg, liars, picture } from '../support/pictures.js';

const megabyte = 1_048_576;

describe('bad uploads', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let lot: string;
  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    lot = (await confirmedSeizure(office)).lots[0]!.id;
  });
  afterAll(() => office.close());

  const filesBelow = async (...parts: string[]): Promise<string[]> => {
    const found = await readdir(join(office.dataDirectory, 'evidence', ...parts), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    return found.filter((one) => one.isFile()).map(({ name }) => name);
  };
  const standing = async () => ({
    entries: await askDatabase(office, 'SELECT count(*) AS n FROM ledger.entries'),
    objects: (await filesBelow('objects')).sort(),
    quarantine: await filesBelow('quarantine'),
  });
  const path = (bytes: Uint8Array) => `/api/v1/lots/${lot}/photos/${sha256Hex(bytes)}?stage=seizure`;

  /** A PUT whose body the test sends by hand. */
  const opened = (url: string, headers: Record<string, string | number>): ClientRequest =>
    httpRequest(office.url + url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${officer.token}`, ...headers },
    });
  const answerTo = async (request: ClientRequest): Promise<{ status: number; body: { type: string } }> => {
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const parts: Buffer[] = [];
    for await (const part of response) parts.push(part as Buffer);
    return { status: response.statusCode!, body: JSON.parse(Buffer.concat(parts).toString('utf8')) };
  };

  it('that lie about being a photo are refused in both languages, and nothing is kept', async () => {
    const before = await standing();
    for (const [name, bytes] of Object.entries(await liars())) {
      const headers = { 'content-type': 'image/jpeg', 'accept-language': 'en' };
      const { status, body } = await officer.putBytes(path(bytes), bytes, headers);
      expect([name, status, body.type]).toEqual([name, 422, 'urn:problem:not-an-image']);
      expect(body.detail).toMatch(/Send an original JPEG, PNG or WebP/);
    }
    const zh = await putPhoto(officer, `lots/${lot}`, Buffer.from('文字'));
    expect(zh.body.detail).toMatch(/请上传/);
    expect(await standing()).toEqual(before);
  });

  it('of nothing, or of other bytes by one bit, are refused', async () => {
    const before = await standing();
    const photo = await jpeg(20);
    const empty = await officer.putBytes(path(photo), new Uint8Array());
    expect([empty.status, empty.body.type]).toEqual([422, 'urn:problem:empty']);
    const flipped = Buffer.from(photo);
    flipped[100]! ^= 1;
    const wrong = await officer.putBytes(path(photo), flipped);
    expect([wrong.status, wrong.body.type]).toEqual([422, 'urn:problem:wrong-hash']);
    expect(wrong.body.facts).toEqual({ expected: sha256Hex(photo), found: sha256Hex(flipped) });
    expect(await standing()).toEqual(before);
  });

  it('of 26 MB are refused at once where they say so, and at the limit where they do not', async () => {
    const before = await standing();
    const url = path(Buffer.from('large'));
    const declared = opened(url, { 'content-length': 26 * megabyte });
    // Not one byte of the body was sent when the answer came.
    declared.flushHeaders();
    expect(await answerTo(declared)).toMatchObject({ status: 413, body: { type: 'urn:problem:too-large' } });
    declared.destroy();

    const endless = opened(url, { 'transfer-encoding': 'chunked' });
    endless.on('error', () => undefined);
    let sent = 0;
    const more = () => {
      do sent += 1;
      while (!endless.destroyed && endless.write(Buffer.alloc(megabyte)));
    };
    endless.on('drain', more);
    more();
    expect(await answerTo(endless)).toMatchObject({ status: 413, body: { type: 'urn:problem:too-large' } });
    // The sender goes on, so the connection ends.
    if (!endless.destroyed) await new Promise((closed) => endless.once('close', closed));
    expect(sent).toBeGreaterThan(24);
    expect(await standing()).toEqual(before);
  });

  it('of 30,000 × 30,000 pixels in a small file are refused from the header', async () => {
    const flood = await flatPng(30_000, 30_000);
    expect(flood.length).toBeLessThan(megabyte);
    const { status, body } = await putPhoto(officer, `lots/${lot}`, flood);
    expect([status, body.type]).toEqual([422, 'urn:problem:too-many-pixels']);
    expect(body.detail).toMatch(/30000 × 30000/);
  });

  it.each(['jpeg', 'png', 'webp'] as const)(
    'of a truncated %s are kept as damaged, without a view',
    async (format) => {
      const whole = await picture(21, 640, 480).toFormat(format).toBuffer();
      const cut = whole.subarray(0, Math.floor(whole.length * 0.6));
      const added = await putPhoto(officer, `lots/${lot}`, cut);
      expect([added.status, added.body.damaged]).toEqual([201, true]);
      const view = await officer.get(`/api/v1/photos/${sha256Hex(cut)}/view`);
      expect([view.status, view.body.type]).toEqual([404, 'urn:problem:no-view']);
      expect((await officer.get(`/api/v1/photos/${sha256Hex(cut)}?reason=court`)).bytes).toEqual(cut);
    },
  );

  it('that are cut at 60 % leave nothing, and a retry completes them', async () => {
    const before = await standing();
    const photo = await jpeg(22, 2000, 1500);
    const half = opened(path(photo), { 'content-length': photo.length });
    half.on('error', () => undefined);
    await new Promise((sent) => half.write(photo.subarray(0, photo.length * 0.6), sent));
    // The server has begun to take it: only then does the line go dead.
    while ((await filesBelow('quarantine')).length === 0) await new Promise(setImmediate);
    half.destroy();
    while ((await filesBelow('quarantine')).length > 0) await new Promise(setImmediate);
    expect(await standing()).toEqual(before);
    expect((await officer.get(`/api/v1/photos/${sha256Hex(photo)}/view`)).status).toBe(404);
    expect((await putPhoto(officer, `lots/${lot}`, photo)).status).toBe(201);
    expect((await officer.get(`/api/v1/photos/${sha256Hex(photo)}/view`)).status).toBe(200);
  });

  it('of one photo 50 times at once, by two people, make one object and one entry', async () => {
    const photo = await jpeg(23, 1500, 1000);
    const colleague = await office.as('tb.officer2');
    const before = await standing();
    const sent = Array.from({ length: 50 }, (_, i) =>
      putPhoto(i % 2 ? officer : colleague, `lots/${lot}`, photo),
    );
    const answers = await Promise.all(sent);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(49);
    expect(new Set(answers.map(({ body }) => body.entry.leafHash)).size).toBe(1);
    const after = await standing();
    expect(after.objects).toEqual([...before.objects, sha256Hex(photo)].sort());
    expect(after.quarantine).toEqual([]);
    const entries = await askDatabase(
      office,
      `SELECT 1 FROM ledger.entries WHERE json #>> '{data,sha256}' = $1`,
      [sha256Hex(photo)],
    );
    expect(entries).toHaveLength(1);
  });

  it.each([
    '..%2f..%2fetc%2fpasswd',
    'a%00b',
    'a%0d%0aSet-Cookie:x',
    '%E2%80%AEgnp.x',
    'A'.repeat(64),
    'f'.repeat(65),
    '0'.repeat(63),
  ])('under the name %s are refused, and no path is made of it', async (name) => {
    const before = await standing();
    const { status, body } = await officer.putBytes(
      `/api/v1/lots/${lot}/photos/${name}?stage=seizure`,
      await jpeg(24),
    );
    expect([status, body.type]).toEqual([422, 'urn:problem:not-a-hash']);
    expect((await officer.get(`/api/v1/photos/${name}/view`)).status).toBe(422);
    expect(await standing()).toEqual(before);
  });

  it('do not get in the way of good ones', async () => {
    const stuck = opened(path(Buffer.from('never')), { 'content-length': 1000 });
    stuck.on('error', () => undefined);
    stuck.flushHeaders();
    const good = await Promise.all(
      [30, 31, 32].map(async (seed) => putPhoto(officer, `lots/${lot}`, await jpeg(seed))),
    );
    expect(good.map(({ status }) => status)).toEqual([201, 201, 201]);
    stuck.destroy();
  });
});
