import { EvidenceCare, EvidenceStatusQueries } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { mkdtemp, readFile, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'minio';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { FakeClock, startOffice, type TestOffice } from '../support/office.js';
import { jpeg } from '../support/pictures.js';
import { clientOf, describeS3, ownBucket, versionsIn } from '../support/s3.js';

const day = 24 * 3600 * 1000;

describeS3('one bit flipped in one photo in S3', ({ url }) => {
  let office: TestOffice;
  let copies: string;
  let client: Client;
  let bucket: string;
  let lot: string;
  const clock = new FakeClock();
  beforeAll(async () => {
    const own = ownBucket(url);
    bucket = own.bucket;
    client = clientOf(own.address);
    copies = await mkdtemp(join(tmpdir(), 's3-copies-'));
    const environment = {
      EVIDENCE_STORE: own.address,
      EVIDENCE_COPY: `filesystem://${copies}`,
      EVIDENCE_SCRUB_MB_PER_SECOND: 10_000,
    };
    office = await startOffice({ clock, environment });
    const happened = new Date(clock.now() - 60_000).toISOString();
    lot = (await confirmedSeizure(office, { happened })).lots[0]!.id;
  }, 60_000);
  afterAll(async () => {
    await office.close();
    await rm(copies, { recursive: true });
  });

  /** What only somebody with the right to override the lock can do: the object is replaced, one bit is another. */
  const flip = async (sha256: Sha256, bytes: Buffer) => {
    for (const { name, versionId } of await versionsIn(client, bucket, sha256)) {
      await client.removeObject(bucket, name, { versionId, governanceBypass: true });
    }
    const wrong = Buffer.from(bytes);
    wrong[wrong.length >> 1]! ^= 1;
    await client.putObject(bucket, sha256, wrong, wrong.length);
  };
  const added = async (seed: number) => {
    const bytes = await jpeg(seed);
    expect((await putPhoto(await office.as('tb.officer1'), `lots/${lot}`, bytes)).status).toBe(201);
    return { bytes, sha256: sha256Hex(bytes) };
  };
  const original = async (sha256: Sha256) =>
    (await office.as('tb.officer1')).get(`/api/v1/photos/${sha256}?reason=court`);
  const round = () => office.app.get(EvidenceCare, { strict: false }).round(new AbortController().signal);
  const turns = async (sha256: Sha256) =>
    (
      await askDatabase<{ type: string }>(
        office,
        `SELECT e.type FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
         WHERE e.json::text LIKE '%' || $1 || '%' AND e.type <> 'photo.added' ORDER BY s.seq`,
        [sha256],
      )
    ).map(({ type }) => type);

  it('is found by the scrub and repaired from the second copy; a read in between gives nothing', async () => {
    const { bytes, sha256 } = await added(800);
    await round();
    await flip(sha256, bytes);
    const refused = await original(sha256);
    expect([refused.status, refused.body.type]).toEqual([503, 'urn:problem:corrupt']);
    clock.forward(28 * day);
    await round();
    expect((await turns(sha256)).slice(-1)).toEqual(['evidence.repaired']);
    expect((await original(sha256)).bytes).toEqual(bytes);
  });

  it('freezes its lot where the copy is wrong too', async () => {
    const { bytes, sha256 } = await added(801);
    await round();
    await flip(sha256, bytes);
    const copy = join(copies, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    const wrong = await readFile(copy);
    wrong[10]! ^= 1;
    await chmod(copy, 0o644);
    await writeFile(copy, wrong);
    clock.forward(28 * day);
    await round();
    expect(await turns(sha256)).toEqual(['alert.raised', 'evidence.damaged', 'hold.placed']);
    const { damaged } = await office.app.get(EvidenceStatusQueries, { strict: false }).status();
    expect(damaged).toEqual([sha256]);
    expect((await original(sha256)).status).toBe(503);
  });
});
