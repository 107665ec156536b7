import { openEvidenceStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateEvidence } from '../../apps/cli/src/evidence/migrate-evidence.js';
import { confirmedSeizure } from '../support/case-samples.js';
import { putPhoto } from '../support/evidence.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { jpeg } from '../support/pictures.js';
import { ownBucket } from '../support/s3.js';
import { describeUnlessMissing } from '../support/tools.js';

const server = process.env['TEST_S3_URL'];

describeUnlessMissing(server ? [] : ['TEST_S3_URL'], 'the command that carries evidence', () => {
  let office: TestOffice;
  let directory: string;
  const photos: Sha256[] = [];
  beforeAll(async () => {
    office = await startOffice();
    directory = await mkdtemp(join(tmpdir(), 'carried-'));
    const { lots } = await confirmedSeizure(office);
    for (let seed = 700; seed < 704; seed += 1) {
      const photo = await jpeg(seed);
      photos.push(sha256Hex(photo));
      await putPhoto(await office.as('tb.officer1'), `lots/${lots[0]!.id}`, photo);
    }
  });
  afterAll(async () => {
    await office.close();
    await rm(directory, { recursive: true });
  });

  const run = (to: string, store?: string) =>
    migrateEvidence(['--to', to], {
      NODE_ENV: 'test',
      DATABASE_URL: office.database.appUrl,
      DATA_DIR: office.dataDirectory,
      ...(store && { EVIDENCE_STORE: store }),
    });

  it('brings every photo to an S3 store and back, verified by hash', async () => {
    const { address } = ownBucket(server!);
    const there = await run(address);
    expect([there.ok, there.lines[0]]).toEqual([
      true,
      expect.stringMatching(/^4 objects, .* verified in s3:/),
    ]);
    expect(there.lines.join()).not.toContain(new URL(address).password);
    const back = `filesystem://${directory}/back`;
    expect((await run(back, address)).lines[0]).toMatch(/^4 objects/);
    const store = openEvidenceStore({ dataDirectory: directory, store: back });
    for (const sha256 of photos) expect(sha256Hex(await store.read(sha256))).toBe(sha256);
  });

  it('says what it needs where it is called wrongly', async () => {
    await expect(migrateEvidence([], {})).rejects.toThrow('--to');
    await expect(run(`filesystem://${office.dataDirectory}/evidence`)).rejects.toThrow('name another one');
  });
});
