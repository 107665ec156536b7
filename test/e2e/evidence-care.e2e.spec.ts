import { EvidenceCare, EvidenceStatusQueries, EvidenceStore, Examination, FilesystemStore } from '#evidence';
import { sha256Hex, type Sha256 } from '#kernel';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { FakeClock, startOffice, type TestOffice } from '../support/office.js';
import sharp from 'sharp';
import { jpeg } from '../support/pictures.js';

const day = 24 * 3600 * 1000;

describe('looking after stored evidence', () => {
  let office: TestOffice;
  let seizure: Awaited<ReturnType<typeof confirmedSeizure>>;
  let lot: string;
  let copyDirectory: string;
  let care: EvidenceCare;
  const clock = new FakeClock();

  beforeAll(async () => {
    copyDirectory = await mkdtemp(join(tmpdir(), 'second-copy-'));
    office = await startOffice({
      clock,
      environment: { EVIDENCE_COPY: `filesystem://${copyDirectory}`, EVIDENCE_SCRUB_MB_PER_SECOND: 10_000 },
    });
    seizure = await confirmedSeizure(office, { happened: new Date(clock.now() - 60_000).toISOString() });
    lot = seizure.lots[0]!.id;
    care = office.app.get(EvidenceCare, { strict: false });
  });
  afterAll(async () => {
    await office.close();
    await rm(copyDirectory, { recursive: true });
  });

  const pathIn = (root: string, sha256: Sha256) =>
    join(root, 'objects', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  const stored = (sha256: Sha256) => pathIn(join(office.dataDirectory, 'evidence'), sha256);
  const flip = async (path: string) => {
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await chmod(path, 0o644);
    await writeFile(path, bytes);
  };
  const turns = async (sha256: Sha256) =>
    (
      await askDatabase<{ type: string }>(
        office,
        `SELECT e.type FROM ledger.entries e JOIN ledger.sequence s ON s.entry = e.id
         WHERE e.json::text LIKE '%' || $1 || '%' AND e.type <> 'photo.added' ORDER BY s.seq`,
        [sha256],
      )
    ).map(({ type }) => type);
  const round = (signal = new AbortController().signal) => care.round(signal);
  const status = () => office.app.get(EvidenceStatusQueries, { strict: false }).status();
  const original = async (sha256: Sha256) =>
    (await (await office.as('tb.officer1')).get(`/api/v1/photos/${sha256}?reason=court`)).status;
  let seed = 400;
  const added = async (): Promise<Sha256> => {
    const photo = await jpeg((seed += 1));
    expect((await putPhoto(await office.as('tb.officer1'), `lots/${lot}`, photo)).status).toBe(201);
    return sha256Hex(photo);
  };

  it('finds a flipped bit, repairs it from the second copy, and a read in between refuses', async () => {
    const sha256 = await added();
    await round();
    expect(await readFile(pathIn(copyDirectory, sha256))).toEqual(await readFile(stored(sha256)));
    await flip(stored(sha256));
    expect(await original(sha256)).toBe(503);
    clock.forward(28 * day);
    await round();
    expect(await original(sha256)).toBe(200);
    expect((await turns(sha256)).slice(-1)).toEqual(['evidence.repaired']);
    expect((await status()).damaged).toEqual([]);
  });

  it('repairs what nobody has met yet without freezing anything', async () => {
    const sha256 = await added();
    await round();
    await flip(stored(sha256));
    clock.forward(28 * day);
    await round();
    await round();
    expect(await turns(sha256)).toEqual(['alert.raised', 'evidence.repaired']);
    expect(await original(sha256)).toBe(200);
  });

  it('freezes the lots where the copy is wrong too, and says so in the status', async () => {
    const sha256 = await added();
    await round();
    await flip(stored(sha256));
    await flip(pathIn(copyDirectory, sha256));
    clock.forward(28 * day);
    await round();
    expect(await turns(sha256)).toEqual(['alert.raised', 'evidence.damaged', 'hold.placed']);
    expect((await status()).damaged).toEqual([sha256]);
    expect(await original(sha256)).toBe(503);
    await flip(stored(sha256));
    await round();
    expect((await status()).damaged).toEqual([]);
    expect((await turns(sha256)).slice(-1)).toEqual(['evidence.repaired']);
  });

  it('notices within a day that bytes are gone', async () => {
    const sha256 = await added();
    await round();
    await rm(stored(sha256));
    clock.forward(day);
    await round();
    expect(await turns(sha256)).toEqual(['alert.raised', 'evidence.repaired']);
    expect(await original(sha256)).toBe(200);
  });

  it('goes on where it was stopped, and spreads a pass over its weeks', async () => {
    for (let i = 0; i < 3; i += 1) await added();
    await round();
    const { scrub: begun } = await status();
    clock.forward(14 * day);
    const stop = new AbortController();
    stop.abort();
    await round(stop.signal);
    expect((await status()).scrub!.checked).toBe(begun!.checked);
    await round();
    const { scrub: half } = await status();
    expect(half!.checked).toBe(Math.ceil((half!.total * 14) / 27));
    clock.forward(13 * day);
    await round();
    await round();
    const { scrub: next } = await status();
    expect(Date.parse(next!.finished!)).toBe(clock.now());
    expect(Date.parse(next!.started)).toBe(clock.now());
  });

  it('collects bytes without an entry after 72 hours, and nothing else', async () => {
    const store = office.app.get(EvidenceStore, { strict: false });
    const kept = await added();
    clock.forward(5_000);
    await office.app.get(Examination, { strict: false }).round(new AbortController().signal);
    const undecoded = await added();
    const orphan = await store.putBytes(Buffer.from('%PDF-1.7 never recorded'));
    const foreign = await store.putBytes(Buffer.from('made by a later step'));
    await askDatabase(office, 'INSERT INTO work.evidence_arrivals (sha256, at) VALUES ($1, $2)', [
      orphan,
      new Date(clock.now()),
    ]);
    clock.forward(71 * 3_600_000);
    await round();
    expect(await store.has(orphan)).toBe(true);
    clock.forward(2 * 3_600_000);
    await round();
    const there = await Promise.all([orphan, foreign, kept, undecoded].map((one) => store.has(one)));
    expect(there).toEqual([false, true, true, true]);
    // What is still to be decoded is not forgotten, however long the worker was away.
    const left = await askDatabase(office, 'SELECT sha256 FROM work.evidence_arrivals');
    expect(left).toEqual([{ sha256: undecoded }]);
  });

  it('keeps a ledger that verifies', async () => {
    const auditor = await office.as('aud.auditor');
    const { body } = await auditor.post('/api/v1/ledger/verification', {});
    expect(body.ok).toBe(true);
  });

  it('says in the status where the second copy is and how much it has', async () => {
    expect((await status()).copy).toEqual({
      store: new FilesystemStore(copyDirectory).name,
      objects: expect.any(Number),
    });
  });
});

describe('upload quotas', () => {
  let office: TestOffice;
  const clock = new FakeClock();
  beforeAll(async () => {
    office = await startOffice({
      clock,
      environment: { EVIDENCE_PERSON_DAILY_MB: 1, EVIDENCE_SEIZURE_MB: 2 },
    });
  });
  afterAll(() => office.close());

  it('of a person come back with the next day; a repeat is answered all the same', async () => {
    const seizure = await confirmedSeizure(office, {
      happened: new Date(clock.now() - 60_000).toISOString(),
    });
    const lot = seizure.lots[0]!.id;
    const send = async (username: string, bytes: Buffer) => {
      const { status, body, headers } = await putPhoto(await office.as(username), `lots/${lot}`, bytes);
      return {
        status,
        type: body.type as string,
        wait: headers.get('retry-after'),
        detail: body.detail as string,
      };
    };
    const first = await noise();
    expect((await send('tb.officer1', first)).status).toBe(201);
    const refused = await send('tb.officer1', await noise());
    expect([refused.status, refused.type, refused.wait]).toEqual([429, 'urn:problem:person-quota', '3600']);
    expect(refused.detail).toMatch(/24 小时/);
    expect((await send('tb.officer1', first)).status).toBe(200);
    expect((await send('tb.officer2', await noise())).status).toBe(201);
    clock.forward(25 * 3_600_000);
    expect((await send('tb.officer1', await noise())).status).toBe(201);
    clock.forward(25 * 3_600_000);
    const full = await send('tb.officer1', await noise());
    expect([full.status, full.type]).toEqual([409, 'urn:problem:seizure-quota']);
  });
});

/** A photo of about 600 KB. */
async function noise(): Promise<Buffer> {
  const pixels = randomBytes(500 * 400 * 3);
  return sharp(pixels, { raw: { width: 500, height: 400, channels: 3 } })
    .png()
    .toBuffer();
}
