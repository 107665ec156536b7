import { Examination, EvidenceReader } from '#evidence';
import { system } from '#identity';
import { sha256Hex, type Sha256 } from '#kernel';
import { cigarettes, confirmedSeizure } from '../support/case-samples.js';
import { askDatabase, putPhoto } from '../support/evidence.js';
import { FakeClock, startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { jpeg, pageInPng, spoiltPng } from '../support/pictures.js';

describe('photos that were acknowledged before they were decoded in full', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let lots: string[];
  const clock = new FakeClock();
  beforeAll(async () => {
    office = await startOffice({ clock });
    officer = await office.as('tb.officer1');
    const happened = new Date(clock.now() - 60_000).toISOString();
    const two = { happened, lots: [cigarettes(), cigarettes({ description: '假冒雪茄' })] };
    lots = (await confirmedSeizure(office, two)).lots.map(({ id }) => id);
  });
  afterAll(() => office.close());

  const examine = (signal = new AbortController().signal) => {
    clock.forward(5_000);
    return office.app.get(Examination, { strict: false }).round(signal);
  };
  const add = async (bytes: Buffer, lot = lots[0]!): Promise<Sha256> => {
    const { status, body } = await putPhoto(officer, `lots/${lot}`, bytes);
    expect([status, body.damaged]).toEqual([201, false]);
    return sha256Hex(bytes);
  };
  const view = async (sha256: Sha256) => (await officer.get(`/api/v1/photos/${sha256}/view`)).status;
  const findings = (sha256: Sha256) =>
    askDatabase<{ json: { actor: { person: string }; data: object } }>(
      office,
      `SELECT json FROM ledger.entries WHERE type = 'photo.found-broken' AND json #>> '{data,sha256}' = $1`,
      [sha256],
    );
  const shownOf = async (sha256: Sha256, lot = lots[0]!) => {
    const { body } = await officer.get(`/api/v1/lots/${lot}`);
    return (body.photos as { sha256: Sha256; damaged: boolean }[]).find((one) => one.sha256 === sha256)!;
  };

  it('are decoded afterwards; what is right is shown before and after, and nothing is recorded', async () => {
    const sha256 = await add(await jpeg(600));
    expect(await view(sha256)).toBe(200);
    await examine();
    expect(await view(sha256)).toBe(200);
    expect(await findings(sha256)).toEqual([]);
    expect(await askDatabase(office, 'SELECT 1 FROM work.evidence_arrivals WHERE NOT decoded')).toEqual([]);
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['its pixels are something else', pageInPng],
    ['it is spoilt in the middle', () => spoiltPng(601)],
  ])('count as damaged once it is found that %s, and are never shown', async (_, make) => {
    const bytes = await make();
    const sha256 = await add(bytes);
    expect(await view(sha256)).toBe(404);
    await examine();
    await examine();
    const [finding, ...more] = await findings(sha256);
    expect(more).toEqual([]);
    expect(finding!.json).toMatchObject({
      actor: { person: system.person },
      data: { sha256, lots: [lots[0]] },
    });
    expect(await shownOf(sha256)).toMatchObject({ damaged: true });
    expect(await view(sha256)).toBe(404);
    expect((await officer.get(`/api/v1/photos/${sha256}?reason=court`)).bytes).toEqual(bytes);
    expect((await putPhoto(officer, `lots/${lots[0]!}`, bytes)).status).toBe(200);
  });

  it('are found damaged for every lot to which the same bytes are added later on', async () => {
    const bytes = await spoiltPng(602);
    const sha256 = await add(bytes);
    await examine();
    await add(bytes, lots[1]);
    await examine();
    expect(await findings(sha256)).toHaveLength(2);
    expect(await shownOf(sha256, lots[1])).toMatchObject({ damaged: true });
  });

  it('are left out of a certificate where they turn out to show nothing', async () => {
    const right = await add(await jpeg(603));
    const broken = await add(await spoiltPng(604));
    const reader = office.app.get(EvidenceReader, { strict: false });
    const thumbnails = await reader.thumbnails(system, [right, broken]);
    expect([...thumbnails.keys()]).toEqual([right]);
  });

  it('wait while uploads keep coming, but not for ever', async () => {
    const sha256 = await add(await spoiltPng(606));
    const round = () => office.app.get(Examination, { strict: false }).round(new AbortController().signal);
    clock.forward(59_000);
    await add(await jpeg(607));
    await round();
    expect(await findings(sha256)).toEqual([]);
    clock.forward(1_000);
    await round();
    expect(await findings(sha256)).toHaveLength(1);
  });

  it('wait where the round is ended, and are taken up by the next', async () => {
    const sha256 = await add(await spoiltPng(605));
    const stop = new AbortController();
    stop.abort();
    await examine(stop.signal);
    expect(await findings(sha256)).toEqual([]);
    await examine();
    expect(await findings(sha256)).toHaveLength(1);
  });

  it('leave a ledger that verifies', async () => {
    const auditor = await office.as('aud.auditor');
    expect((await auditor.post('/api/v1/ledger/verification', {})).body.ok).toBe(true);
  });
});
