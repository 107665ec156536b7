import { CheckpointCopies, LegalHolds, StoreProbe } from '#evidence';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'minio';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { jpeg } from '../support/pictures.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { walkReadme } from '../support/readme-walk.js';
import { clientOf, describeS3, ownBucket } from '../support/s3.js';

interface Stored {
  readonly sha256: string;
  readonly bucket: string;
  readonly version: string;
  readonly lock_mode: string;
  readonly years: number;
}

describeS3('the main job with its evidence in S3', ({ url }) => {
  let office: TestOffice;
  let site: TestPublicSite;
  let folder: string;
  let client: Client;
  let bucket: string;
  beforeAll(async () => {
    const own = ownBucket(url);
    bucket = own.bucket;
    client = clientOf(own.address);
    office = await startOffice({ environment: { EVIDENCE_STORE: own.address } });
    site = await startPublicSite(office.database.publicUrl);
    folder = mkdtempSync(join(tmpdir(), 's3-walk-'));
    const printed = await walkReadme({ office: office.url, site: site.url, folder });
    expect(printed.trim().split('\n').at(-1)).toBe('valid');
    await office.app.get(CheckpointCopies, { strict: false }).round();
  }, 120_000);
  afterAll(async () => {
    await site.close();
    await office.close();
    rmSync(folder, { recursive: true });
  });

  const stored = (sql: string) =>
    askDatabase<Stored>(
      office,
      `SELECT o.*, extract(year FROM age(o.locked_until, now()))::int + 1 AS years FROM work.stored_objects o ${sql}`,
    );
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string }) => error.code ?? String(error),
    );

  it('notes of every photo the version that is retained, under GOVERNANCE for as long as case files are kept', async () => {
    const photos = await stored('JOIN state.photos p ON p.sha256 = o.sha256');
    expect(photos).toHaveLength(4);
    for (const { bucket: home, lock_mode, years } of photos) {
      expect([home, lock_mode, years]).toEqual([bucket, 'GOVERNANCE', 30]);
    }
  });

  it('refuses to delete certificates and checkpoints to the credentials of the store itself', async () => {
    const kept = await stored(`WHERE lock_mode = 'COMPLIANCE'`);
    // The drawn and the sealed file of the certificate, and at least its checkpoint.
    expect(kept.length).toBeGreaterThanOrEqual(3);
    for (const { sha256, bucket: home, version: versionId } of kept) {
      expect(home).toBe(`${bucket}-certificates`);
      const remove = client.removeObject(home, sha256, { versionId, governanceBypass: true });
      expect(['AccessDenied', 'InvalidRequest']).toContain(await refusal(remove));
      expect((await client.statObject(home, sha256, { versionId })).size).toBeGreaterThan(0);
    }
    const [note] = await askDatabase<{ hash: string }>(
      office,
      `SELECT encode(sha256(convert_to(note, 'UTF8')), 'hex') AS hash FROM ledger.checkpoints ORDER BY size DESC LIMIT 1`,
    );
    expect(kept.map(({ sha256 }) => sha256)).toContain(note!.hash);
  });

  it('holds photos in the store while their lot is on hold, and no longer', async () => {
    const holds = office.app.get(LegalHolds, { strict: false });
    const officer = await office.as('tb.officer1');
    const lot = (await confirmedSeizure(office)).lots[0]!.id;
    const photo = await jpeg(4711);
    expect((await putPhoto(officer, `lots/${lot}`, photo)).status).toBe(201);
    const placed = await officer.post('/api/v1/holds', { lots: [lot], reason: '行政复议' });
    expect(placed.status).toBe(201);
    await holds.round();
    const held = await stored('WHERE held');
    expect(held.length).toBeGreaterThan(0);
    const { sha256, version: versionId } = held[0]!;
    const remove = () => client.removeObject(bucket, sha256, { versionId, governanceBypass: true });
    expect(['AccessDenied', 'InvalidRequest']).toContain(await refusal(remove()));
    const released = await officer.post(`/api/v1/holds/${placed.body.id}/release`, {
      reason: '复议维持',
    });
    expect(released.status).toBe(201);
    await holds.round();
    expect(await stored('WHERE held')).toEqual([]);
    // GOVERNANCE alone yields to those who may override it: that is why certificates have COMPLIANCE.
    expect(await refusal(remove())).toBe('done');
  });

  it('says on status and health that protection is proven, once it was tried, and records it once a day', async () => {
    const admin = await office.as('tb.admin');
    const before = await admin.get('/api/v1/status', { 'accept-language': 'en' });
    expect(before.body.evidence).toMatchObject({
      worm: 'unknown',
      summary: expect.stringContaining('Start the worker'),
    });
    const probe = office.app.get(StoreProbe, { strict: false });
    await probe.round();
    await probe.round();
    const { status, body } = await admin.get('/api/v1/status', { 'accept-language': 'en' });
    expect(status).toBe(200);
    expect(body.evidence).toMatchObject({ worm: 'proven', store: expect.stringContaining(bucket) });
    expect(body.evidence.summary).toMatch(/^Write-once protection proven on \d{4}-\d\d-\d\d by s3:/);
    expect(body.evidence.steps).toHaveLength(13);
    expect(JSON.stringify(body)).not.toContain(new URL(url).password);
    expect((await office.nobody.get('/health/ready')).body).toEqual({
      status: 'ok',
      database: 'up',
      worm: 'proven',
    });
    const entries = await askDatabase(office, `SELECT id FROM ledger.entries WHERE type = 'store.probed'`);
    expect(entries).toHaveLength(1);
    expect((await (await office.as('tb.officer1')).get('/api/v1/status')).status).toBe(403);
  });
});
