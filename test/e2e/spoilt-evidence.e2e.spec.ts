import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EvidenceReader } from '#evidence';
import { system } from '#identity';
import { sha256Hex, type AgencyId, type PersonId, type Sha256 } from '#kernel';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { jpeg } from '../support/pictures.js';

describe('evidence that was changed behind our back', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let lot: string;
  let photo: Buffer;
  let sha256: Sha256;

  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    lot = (await confirmedSeizure(office)).lots[0]!.id;
  });
  afterAll(() => office.close());

  let seed = 50;
  beforeEach(async () => {
    photo = await jpeg((seed += 1));
    sha256 = sha256Hex(photo);
    expect((await putPhoto(officer, `lots/${lot}`, photo)).status).toBe(201);
  });

  const objectPath = () =>
    join(office.dataDirectory, 'evidence', 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const write = async (bytes: Buffer) => {
    await chmod(objectPath(), 0o644);
    await writeFile(objectPath(), bytes);
  };
  const flipOneBit = async () => {
    const bytes = await readFile(objectPath());
    bytes[bytes.length >> 1]! ^= 1;
    await write(bytes);
    return sha256Hex(bytes);
  };
  const alerts = async () =>
    (
      await askDatabase<{ data: unknown }>(
        office,
        `SELECT json -> 'data' AS data FROM ledger.entries WHERE type = 'alert.raised' AND json #>> '{data,about}' = $1`,
        [sha256],
      )
    ).map(({ data }) => data);
  const original = (client: SignedClient) => client.get(`/api/v1/photos/${sha256}?reason=court`);
  const view = () => officer.get(`/api/v1/photos/${sha256}/view`);

  it('is not given out: one flipped bit stops the read, and an entry says so, once', async () => {
    const found = await flipOneBit();
    for (const client of [officer, officer, await office.as('tb.officer2')]) {
      const refused = await original(client);
      expect([refused.status, refused.body.type]).toEqual([503, 'urn:problem:corrupt']);
      expect(refused.bytes.includes(photo.subarray(0, 64))).toBe(false);
    }
    expect(await alerts()).toEqual([
      { kind: 'evidence.bytes-differ', about: sha256, expected: sha256, found },
    ]);
  });

  it('freezes the lots that it shows, by the installation, until the agency of the case lets them go', async () => {
    await flipOneBit();
    for (const client of [officer, await office.as('tb.officer2')]) await original(client);
    const holds = async () =>
      (await officer.get(`/api/v1/lots/${lot}`)).body.holds as { id: string; reason: string }[];
    const [hold, ...others] = (await holds()).filter(({ reason }) => reason.includes(sha256));
    expect(others).toEqual([]);
    const [entry] = await askDatabase<{ json: { actor: { person: string } } }>(
      office,
      `SELECT json FROM ledger.entries WHERE type = 'hold.placed' AND subject_id = $1`,
      [hold!.id],
    );
    expect(entry!.json.actor.person).toBe(system.person);
    const release = (client: SignedClient) =>
      client.post(`/api/v1/holds/${hold!.id}/release`, { reason: '已核对纸质照片' });
    expect((await release(await office.as('mr.officer1'))).status).toBe(404);
    expect((await release(officer)).status).toBe(201);
    expect((await holds()).filter(({ reason }) => reason.includes(sha256))).toEqual([]);
  });

  it('is not shown from an earlier view either, until the original is right again', async () => {
    expect((await view()).status).toBe(200);
    await flipOneBit();
    expect((await original(officer)).status).toBe(503);
    expect((await view()).status).toBe(503);
    await write(photo);
    expect((await view()).status).toBe(200);
    expect((await original(officer)).bytes).toEqual(photo);
  });

  it('does not swallow the right bytes when they are sent again', async () => {
    await flipOneBit();
    const again = await putPhoto(officer, `lots/${lot}`, photo);
    expect([again.status, again.body.type]).toEqual([503, 'urn:problem:corrupt']);
    expect(await alerts()).toHaveLength(1);
  });

  it('is noticed when it is gone, and is whole after it is sent again', async () => {
    await rm(objectPath());
    expect((await original(officer)).status).toBe(503);
    expect(await alerts()).toEqual([expect.objectContaining({ found: 'no bytes' })]);
    expect((await putPhoto(officer, `lots/${lot}`, photo)).status).toBe(200);
    expect((await original(officer)).bytes).toEqual(photo);
  });

  it('never gets onto a certificate', async () => {
    const reader = office.app.get(EvidenceReader, { strict: false });
    const by = { person: officer.person.id as PersonId, agency: officer.person.agencyId as AgencyId };
    const [thumbnail] = (await reader.thumbnails(by, [sha256])).values();
    expect((await reader.thumbnails(by, [sha256])).get(sha256)).toEqual(thumbnail);
    await flipOneBit();
    await expect(reader.thumbnails(by, [sha256])).rejects.toMatchObject({ code: 'evidence.corrupt' });
  });

  it('remakes a view that was dropped, from the checked original', async () => {
    const first = await view();
    await rm(join(office.dataDirectory, 'derived'), { recursive: true });
    expect((await view()).bytes).toEqual(first.bytes);
  });
});
