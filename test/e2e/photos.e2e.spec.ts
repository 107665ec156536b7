import exifr from 'exifr';
import { newId, sha256Hex } from '#kernel';
import sharp from 'sharp';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { jpeg, phonePhoto } from '../support/pictures.js';

describe('photos as evidence', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let colleague: SignedClient;
  let seizure: { id: string; lots: { id: string }[] };
  let lot: string;
  let other: string;

  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    colleague = await office.as('tb.officer2');
    const two = [{}, {}].map(() => ({
      category: 'cigarettes',
      description: '假冒卷烟',
      quantity: { amount: '10', unit: 'cig-carton' },
    }));
    seizure = await confirmedSeizure(office, { lots: two });
    [lot, other] = seizure.lots.map(({ id }) => id) as [string, string];
  });
  afterAll(() => office.close());

  const photosOf = async (id: string): Promise<string[]> =>
    (await officer.get(`/api/v1/lots/${id}`)).body.photos.map(({ sha256 }: { sha256: string }) => sha256);

  it('are received with a receipt, and stand at their lot', async () => {
    const photo = await jpeg(1);
    const { status, body } = await putPhoto(
      officer,
      `lots/${lot}`,
      photo,
      'stage=seizure&taken=2026-11-20T02:00:00Z',
    );
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      sha256: sha256Hex(photo),
      size: photo.length,
      mediaType: 'image/jpeg',
      damaged: false,
      lots: [lot],
      entry: {
        seq: expect.any(Number),
        id: expect.any(String),
        leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    expect(await photosOf(lot)).toContain(sha256Hex(photo));
    expect(await photosOf(other)).not.toContain(sha256Hex(photo));
  });

  it('sent again, by whomever and under whatever key, are answered with the first receipt', async () => {
    const photo = await jpeg(2);
    const first = await putPhoto(officer, `lots/${lot}`, photo);
    const again = await putPhoto(officer, `lots/${lot}`, photo);
    const byOther = await putPhoto(colleague, `lots/${lot}`, photo);
    const path = `/api/v1/lots/${lot}/photos/${sha256Hex(photo)}?stage=seizure`;
    const otherKey = await officer.putBytes(path, photo, { 'idempotency-key': newId<string>() });
    expect([first, again, byOther, otherKey].map(({ status }) => status)).toEqual([201, 200, 200, 200]);
    for (const { body } of [again, byOther, otherKey]) expect(body).toEqual(first.body);
  });

  it('may carry a key, which becomes the id of the entry and serves one photo only', async () => {
    const key = newId<string>();
    const [one, two] = [await jpeg(3), await jpeg(4)];
    const at = (bytes: Buffer) => `/api/v1/lots/${lot}/photos/${sha256Hex(bytes)}?stage=seizure`;
    const first = await officer.putBytes(at(one), one, { 'idempotency-key': key });
    expect([first.status, first.body.entry.id]).toEqual([201, key]);
    const reused = await officer.putBytes(at(two), two, { 'idempotency-key': key });
    expect([reused.status, reused.body.type]).toEqual([409, 'urn:problem:key-reused']);
    expect(await photosOf(lot)).not.toContain(sha256Hex(two));
  });

  it('of a pile count for every named lot, without names for all lots of the seizure', async () => {
    const [some, all] = [await jpeg(5), await jpeg(6)];
    const named = await putPhoto(
      officer,
      `seizures/${seizure.id}`,
      some,
      `stage=seizure&lots=${other.toUpperCase()}`,
    );
    expect([named.status, named.body.lots]).toEqual([201, [other]]);
    const whole = await putPhoto(officer, `seizures/${seizure.id}`, all, 'stage=seizure');
    expect([whole.status, whole.body.lots]).toEqual([201, [lot, other].sort()]);
    expect(await photosOf(lot)).toContain(sha256Hex(all));
    expect(await photosOf(other)).toEqual(expect.arrayContaining([sha256Hex(some), sha256Hex(all)]));
  });

  it('of a pile do not take a lot of another seizure', async () => {
    const foreign = (await confirmedSeizure(office)).lots[0]!.id;
    const photo = await jpeg(7);
    const refused = await putPhoto(
      officer,
      `seizures/${seizure.id}`,
      photo,
      `stage=seizure&lots=${lot},${foreign}`,
    );
    expect([refused.status, refused.body.type]).toEqual([422, 'urn:problem:lot-elsewhere']);
    expect(refused.body.facts).toEqual({ lot: foreign });
  });

  it.each([
    ['stage=later', '/stage'],
    ['stage=seizure&stage=custody', '/stage'],
    ['stage=seizure&taken=yesterday', '/taken'],
    ['stage=seizure&colour=red', '/colour'],
    ['stage=seizure&lots=all', '/lots'],
  ])('refuse what is wrong in the query: %s', async (query, pointer) => {
    const refused = await putPhoto(officer, `seizures/${seizure.id}`, await jpeg(8), query);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('of an event show its site', async () => {
    const event = newId<string>();
    const { agencyId } = officer.person;
    await askDatabase(
      office,
      `INSERT INTO state.visibility (kind, subject, agency, relation) VALUES ('event', $1, $2, 'own')`,
      [event, agencyId],
    );
    const photo = await jpeg(9);
    const unknown = await putPhoto(officer, `events/${event}`, photo, 'stage=before&site=yard');
    expect([unknown.status, unknown.body.type]).toEqual([404, 'urn:problem:unknown']);
    await askDatabase(
      office,
      `INSERT INTO state.events (id, reference, batch, submission, planned, agency, site, status, starts_at, lead, latest,
         recorded) VALUES ($1::uuid, $1::text, $1::uuid, $1::uuid, $1::uuid, $2, 'yard', 'planned', now(), $1::uuid, $1::uuid, now())`,
      [event, agencyId],
    );
    const added = await putPhoto(officer, `events/${event}`, photo, 'stage=before&site=yard');
    expect([added.status, added.body.lots]).toEqual([201, []]);
    const otherSite = await putPhoto(officer, `events/${event}`, photo, 'stage=before&site=landfill');
    expect(otherSite.status).toBe(201);
    const withoutStage = await putPhoto(officer, `events/${event}`, photo, 'site=yard');
    expect(withoutStage.body.errors[0].pointer).toBe('/stage');
    expect((await officer.get(`/api/v1/photos/${sha256Hex(photo)}/view`)).status).toBe(200);
    await askDatabase(office, `UPDATE state.events SET status = 'closed' WHERE id = $1`, [event]);
    const late = await putPhoto(officer, `events/${event}`, await jpeg(99), 'stage=after&site=yard');
    expect([late.status, late.body.type]).toEqual([409, 'urn:problem:over']);
    const again = await putPhoto(officer, `events/${event}`, photo, 'stage=before&site=yard');
    expect([again.status, again.body.entry]).toEqual([200, added.body.entry]);
  });

  it('are asked for by their hash before they are sent, and nothing is read for it', async () => {
    const photo = await jpeg(98);
    const hash = sha256Hex(photo);
    const head = async (path: string, client = officer) =>
      (
        await fetch(`${office.url}/api/v1/${path}`, {
          method: 'HEAD',
          headers: { authorization: `Bearer ${client.token}` },
        })
      ).status;
    expect(await head(`lots/${lot}/photos/${hash}?stage=seizure`)).toBe(404);
    expect(await head(`photos/${hash}`)).toBe(404);
    await putPhoto(officer, `lots/${lot}`, photo);
    expect(await head(`lots/${lot}/photos/${hash}?stage=seizure`)).toBe(200);
    expect(await head(`lots/${lot}/photos/${hash}?stage=custody`)).toBe(404);
    expect(await head(`seizures/${seizure.id}/photos/${hash}?stage=seizure`)).toBe(404);
    expect(await head(`photos/${hash}`)).toBe(200);
    const stranger = await office.as('mr.officer1');
    expect(await head(`photos/${hash}`, stranger)).toBe(404);
    expect(await head(`lots/${lot}/photos/${hash}?stage=seizure`, stranger)).toBe(404);
    expect(await askDatabase(office, 'SELECT 1 FROM work.original_reads WHERE sha256 = $1', [hash])).toEqual(
      [],
    );
  });

  describe('from a phone', () => {
    let photo: Buffer;
    let entry: { data: Record<string, unknown> };
    beforeAll(async () => {
      photo = await phonePhoto(10);
      const { body } = await putPhoto(officer, `lots/${lot}`, photo);
      const [row] = await askDatabase<{ json: typeof entry }>(
        office,
        'SELECT json FROM ledger.entries WHERE id = $1',
        [body.entry.id],
      );
      entry = row!.json;
    });

    it('put the claimed time into the ledger, device and position only as commitments', async () => {
      const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
      expect(entry.data['claims']).toEqual({
        takenAt: '2026-11-20T10:00:00+08:00',
        software: 'Camera 1.2',
        device: sha256,
        position: sha256,
      });
      const kept = await askDatabase(
        office,
        'SELECT kind, value FROM work.personal_data WHERE commitment = ANY($1) ORDER BY kind',
        [Object.values(entry.data['claims'] as Record<string, string>)],
      );
      expect(kept).toEqual([
        { kind: 'photo-device', value: { make: 'ACME', model: 'Phone 7' } },
        { kind: 'photo-position', value: { latitude: '30.250000', longitude: '120.166667' } },
      ]);
      expect(JSON.stringify(entry)).not.toMatch(/ZHANG|ACME|30\.25/);
    });

    it('stand at their lot with what the device claims beside the time of receipt, device and position for the case alone', async () => {
      const { body } = await officer.get(`/api/v1/lots/${lot}`);
      const shown = body.photos.find((one: { sha256: string }) => one.sha256 === sha256Hex(photo));
      expect(shown).toEqual({
        sha256: sha256Hex(photo),
        size: photo.length,
        mediaType: 'image/jpeg',
        stage: 'seizure',
        damaged: false,
        claimed: {
          takenAt: '2026-11-20T10:00:00+08:00',
          software: 'Camera 1.2',
          device: { make: 'ACME', model: 'Phone 7' },
          position: { latitude: '30.250000', longitude: '120.166667' },
        },
        recorded: expect.stringMatching(/Z$/),
        entry: expect.any(String),
      });
      const seen = await (await office.as('aud.auditor')).get(`/api/v1/lots/${lot}`);
      const claimed = seen.body.photos.find(
        (one: { sha256: string }) => one.sha256 === sha256Hex(photo),
      ).claimed;
      expect(claimed).toEqual({ takenAt: '2026-11-20T10:00:00+08:00', software: 'Camera 1.2' });
    });

    it('are shown upright without anything that the phone wrote', async () => {
      const view = await officer.get(`/api/v1/photos/${sha256Hex(photo)}/view`);
      expect(view.status).toBe(200);
      expect(view.headers.get('content-type')).toBe('image/jpeg');
      expect(view.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await sharp(view.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 320 });
      expect((await sharp(view.bytes).metadata()).exif).toBeUndefined();
      expect(await exifr.parse(view.bytes, true)).toBeUndefined();
      for (const secret of ['ZHANG', 'ACME', 'GPS']) expect(view.bytes.includes(secret)).toBe(false);
    });

    it('leave as received, for a reason that is noted, and as an attachment only', async () => {
      const path = `/api/v1/photos/${sha256Hex(photo)}`;
      const without = await officer.get(path);
      expect([without.status, without.body.errors[0].pointer]).toEqual([422, '/reason']);
      const given = await officer.get(`${path}?reason=${encodeURIComponent('法院调取')}`);
      expect(given.status).toBe(200);
      expect(given.bytes).toEqual(photo);
      expect(given.headers.get('content-disposition')).toBe(`attachment; filename="${sha256Hex(photo)}.jpg"`);
      expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
      const reads = await askDatabase(
        office,
        'SELECT person, reason FROM work.original_reads WHERE sha256 = $1',
        [sha256Hex(photo)],
      );
      expect(reads).toEqual([{ person: officer.person.id, reason: '法院调取' }]);
    });
  });

  it('are nowhere to be found for another agency, and closed to those without a session', async () => {
    const photo = await jpeg(11);
    await putPhoto(officer, `lots/${lot}`, photo);
    const stranger = await office.as('mr.officer1');
    const admin = await office.as('tb.admin');
    const path = `/api/v1/photos/${sha256Hex(photo)}`;
    for (const url of [`${path}/view`, `${path}?reason=x`]) {
      const [here, nowhere] = [
        await stranger.get(url),
        await stranger.get(url.replace(/photos\/..../, 'photos/0000')),
      ];
      expect([here.status, here.body.type]).toEqual([404, 'urn:problem:unknown']);
      expect(here.body).toEqual(nowhere.body);
      expect((await office.nobody.get(url)).status).toBe(401);
      expect([403, 404]).toContain((await admin.get(url)).status);
    }
    expect((await putPhoto(stranger, `lots/${lot}`, photo)).status).toBe(404);
    expect((await putPhoto(stranger, `seizures/${seizure.id}`, photo)).status).toBe(404);
    const own = await confirmedSeizureOf(office, 'mr');
    expect((await putPhoto(stranger, `lots/${own}`, photo)).status).toBe(201);
    expect((await stranger.get(`${path}/view`)).status).toBe(200);
  });

  it('leave as originals only to roles that need them', async () => {
    const photo = await jpeg(12);
    await putPhoto(officer, `lots/${lot}`, photo);
    const witness = await office.as('tb.witness');
    const path = `/api/v1/photos/${sha256Hex(photo)}`;
    expect((await witness.get(`${path}/view`)).status).toBe(200);
    const refused = await witness.get(`${path}?reason=x`);
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:problem:role-missing']);
  });
});

/** A lot of another bureau's own seizure. */
async function confirmedSeizureOf(office: TestOffice, agency: string): Promise<string> {
  const officers = [await office.as(`${agency}.officer1`), await office.as(`${agency}.officer2`)] as const;
  const { body } = await officers[0].post('/api/v1/seizures', {
    caseNumber: 'M-1',
    measure: 'seizure',
    legalBasis: '商标法',
    happened: new Date().toISOString(),
    place: '市场',
    officers: officers.map(({ person }) => person.id),
    lots: [
      { category: 'cigarettes', description: '假冒卷烟', quantity: { amount: '1', unit: 'cig-carton' } },
    ],
  });
  return body.lots[0].id as string;
}
