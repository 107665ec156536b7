import { sha256Hex } from '#kernel';
import { confirmedSeizure } from '../support/case-samples.js';
import { askDatabase } from '../support/evidence.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';
import { jpeg, liars } from '../support/pictures.js';

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);

describe('documents of a case', () => {
  let office: TestOffice;
  let officer: SignedClient;
  let seizure: { id: string; lots: { id: string }[] };
  beforeAll(async () => {
    office = await startOffice();
    officer = await office.as('tb.officer1');
    seizure = await confirmedSeizure(office);
  });
  afterAll(() => office.close());

  const put = (client: SignedClient, bytes: Uint8Array, query?: string) =>
    client.putBytes(
      `/api/v1/documents/${sha256Hex(bytes)}?${query ?? `subject=seizure:${seizure.id}&kind=seizure-list`}`,
      bytes,
    );

  it('are received with a receipt, stand in the history of the goods, and answer a repeat alike', async () => {
    const paper = pdf('list');
    const first = await put(officer, paper);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      sha256: sha256Hex(paper),
      size: paper.length,
      mediaType: 'application/pdf',
      about: { kind: 'seizure', id: seizure.id },
      entry: { leafHash: expect.any(String) },
    });
    const again = await put(await office.as('tb.officer2'), paper);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const lots = await askDatabase(office, 'SELECT lot FROM ledger.entry_lots WHERE entry = $1', [
      first.body.entry.id,
    ]);
    expect(lots).toEqual([{ lot: seizure.lots[0]!.id }]);
  });

  it('may be photographed papers', async () => {
    const added = await put(officer, await jpeg(40), `subject=lot:${seizure.lots[0]!.id}&kind=label`);
    expect([added.status, added.body.mediaType]).toEqual([201, 'image/jpeg']);
  });

  it('leave as attachments only, for a reason', async () => {
    const paper = pdf('report');
    await put(officer, paper);
    const path = `/api/v1/documents/${sha256Hex(paper)}`;
    expect((await officer.get(path)).status).toBe(422);
    const given = await officer.get(`${path}?reason=file`);
    expect([given.status, given.bytes]).toEqual([200, paper]);
    expect(given.headers.get('content-disposition')).toBe(`attachment; filename="${sha256Hex(paper)}.pdf"`);
    expect(given.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it('of any other type are refused, whatever they are called', async () => {
    const { pdf: _, ...others } = await liars();
    for (const [name, bytes] of Object.entries(others)) {
      const { status, body } = await put(officer, bytes);
      expect([name, status, body.type]).toEqual([name, 422, 'urn:problem:not-a-document']);
    }
    const empty = await officer.putBytes(
      `/api/v1/documents/${sha256Hex('x')}?subject=seizure:${seizure.id}&kind=list`,
      new Uint8Array(),
    );
    expect(empty.body.type).toBe('urn:problem:empty');
    const large = await put(officer, Buffer.concat([pdf('large'), Buffer.alloc(25 * 1_048_576)]));
    expect([large.status, large.body.type]).toEqual([413, 'urn:problem:too-large']);
  });

  it.each([
    ['subject=seizure&kind=list', '/subject'],
    ['subject=person:018f0000-0000-7000-8000-000000000000&kind=list', '/subject'],
    ['subject=lot:7&kind=list', '/subject'],
    ['subject=lot:018f0000-0000-7000-8000-000000000000&kind=Big%20List', '/kind'],
  ])('refuse what is wrong in the query: %s', async (query, pointer) => {
    const refused = await put(officer, pdf('x'), query);
    expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('are nowhere to be found for another agency, which can add none either', async () => {
    const paper = pdf('secret');
    await put(officer, paper);
    const stranger = await office.as('mr.officer1');
    expect((await stranger.get(`/api/v1/documents/${sha256Hex(paper)}?reason=x`)).status).toBe(404);
    expect((await put(stranger, paper)).status).toBe(404);
    const witness = await office.as('tb.witness');
    expect((await put(witness, paper)).status).toBe(403);
  });
});
