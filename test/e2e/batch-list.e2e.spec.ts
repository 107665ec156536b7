import { newId, sha256Hex } from '#kernel';
import {
  startOffice,
  type Answer,
  type AnswerBody,
  type SignedClient,
  type TestOffice,
} from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';

const batches = '/api/v1/batches';
const yard = { code: 'yard', name: '县局后院', address: '示范路 8 号' };
const en = { 'accept-language': 'en' };

describe('a list of goods to destroy', () => {
  let office: TestOffice;
  let coordinator: SignedClient;
  let stored: Scenario;
  beforeAll(async () => {
    office = await startOffice();
    coordinator = await office.as('mr.coordinator');
    stored = new Scenario(office);
    await stored.toStored();
  });
  afterAll(() => office.close());

  const lineOf = (goods: Scenario, amount: string, own: object = {}) => ({
    lot: goods.lots[0]!.id,
    quantity: { amount, unit: 'piece' },
    ...own,
  });
  const body = (lots: readonly object[], own: object = {}) => ({
    id: newId<string>(),
    title: '第一批',
    method: 'mixed',
    sites: [yard],
    lots,
    ...own,
  });
  const errorsOf = (answer: AnswerBody) =>
    (answer.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]);
  const refused = async (lots: readonly object[], own: object = {}) => {
    const { status, body: problem } = await coordinator.post(batches, body(lots, own));
    return [status, problem.type, errorsOf(problem)];
  };

  it('is saved without a receipt, and answers the same again for the same content', async () => {
    const draft = body([lineOf(stored, '10')]);
    const first = await coordinator.post(batches, draft);
    expect([first.status, first.body]).toEqual([
      201,
      {
        id: draft.id,
        reference: expect.stringMatching(/^PC-\d{4}-\d{4}$/),
        state: 'draft',
        totals: [{ category: 'clothing', base: { amount: '10', unit: 'piece' } }],
        warnings: [],
      },
    ]);
    const again = await coordinator.post(batches, draft);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const other = await coordinator.post(batches, { ...draft, title: '别的' });
    expect([other.status, other.body.type]).toEqual([409, 'urn:problem:id-taken']);
    expect(await stored.balances(stored.lots[0]!)).toMatchObject({ custody: '1860' });
  });

  it('is replaced while it is a draft', async () => {
    const { id } = ok<AnswerBody>(await coordinator.post(batches, body([lineOf(stored, '10')])));
    const change = body([lineOf(stored, '11')], { id, title: '改过的' });
    const changed = await coordinator.put(`${batches}/${id}`, change);
    expect([changed.status, changed.body.totals[0].base.amount, changed.body.entry]).toEqual([
      200,
      '11',
      undefined,
    ]);
    const { body: shown } = await coordinator.get(`${batches}/${id}`);
    expect(shown).toMatchObject({ title: '改过的', state: 'draft', version: 0, agency: 'mr', decisions: [] });
    expect(shown.lots).toEqual([lineOf(stored, '11')]);
    const elsewhere = await coordinator.put(`${batches}/${id}`, body([]));
    expect(errorsOf(elsewhere.body)).toEqual([['/id', 'batch.other-id']]);
  });

  it.each([
    ['zero', '0', 'quantity.zero'],
    ['less than nothing', '-1', 'quantity.negative'],
    ['an exponent', '1e3', 'quantity.exponent'],
    ['a part of a piece', '0.5', 'quantity.not-whole'],
    ['Chinese numerals', '十二', 'quantity.chinese-numerals'],
  ])('refuses %s as a quantity', async (_what, amount, code) => {
    const [status, , errors] = await refused([lineOf(stored, amount)]);
    expect(status).toBe(422);
    expect(errors).toEqual([[expect.stringMatching(/^\/lots\/0\/quantity/), code]]);
  });

  it('refuses wrong units, sites, methods and lots that stand twice, each at its field', async () => {
    const unit = { quantity: { amount: '1', unit: 'kg' } };
    expect(await refused([lineOf(stored, '1', unit)])).toEqual([
      422,
      'urn:problem:other-family',
      [['/lots/0/quantity/unit', 'quantity.other-family']],
    ]);
    expect((await refused([lineOf(stored, '1', { site: 'moon' })]))[2]).toEqual([
      ['/lots/0/site', 'batch.site-unknown'],
    ]);
    const two = { sites: [yard, { ...yard, code: 'landfill' }] };
    expect((await refused([lineOf(stored, '1')], two))[2]).toEqual([['/lots/0/site', 'batch.site-missing']]);
    expect((await refused([lineOf(stored, '1'), lineOf(stored, '2')]))[2]).toEqual([
      ['/lots/1/lot', 'batch.lot-twice'],
    ]);
    expect((await refused([lineOf(stored, '1', { site: 'yard' })], { sites: [yard, yard] }))[2]).toEqual([
      ['/sites/1/code', 'batch.site-twice'],
    ]);
  });

  it.each([
    ['open-burning', 'urn:problem:prohibited'],
    ['simple-landfill', 'urn:problem:prohibited'],
    ['unspecified', 'urn:problem:historic'],
    ['magic', 'urn:problem:unknown'],
  ])('refuses the method %s, for the batch and for a line', async (method, type) => {
    expect(await refused([lineOf(stored, '1')], { method })).toEqual([
      422,
      type,
      [[expect.stringMatching(/method$/), expect.stringMatching(/^method\./)]],
    ]);
    expect(await refused([lineOf(stored, '1', { method })])).toEqual([
      422,
      type,
      [[expect.stringMatching(/method$/), expect.stringMatching(/^method\./)]],
    ]);
  });

  it('warns of a method that does not suit the goods, in the language asked for', async () => {
    const draft = body([lineOf(stored, '1')], { method: 'pyrolysis' });
    const { body: saved } = await coordinator.post(batches, draft, en);
    expect(saved.warnings).toEqual([
      { lot: stored.lots[0]!.id, code: 'method.unsuitable', detail: expect.stringContaining('pyrolysis') },
    ]);
  });

  it.each([
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['no site', { sites: [] }, '/sites'],
    ['a site without an address', { sites: [{ code: 'a', name: 'b' }] }, '/sites/0/address'],
    ['a title of nothing', { title: '  ' }, '/title'],
    ['an id that is none', { id: '7' }, '/id'],
    ['lots that are no list', { lots: 'all' }, '/lots'],
    ['a line that is none', { lots: [null] }, '/lots/0'],
  ])('refuses %s', async (_what, own, pointer) => {
    const { status, body: problem } = await coordinator.post(batches, body([], own));
    expect(status).toBe(422);
    expect(errorsOf(problem).map(([at]: string[]) => at)).toContainEqual(expect.stringContaining(pointer));
  });

  it('holds no lots of an agency whose goods they are not, and says nothing about them', async () => {
    const tobacco = await office.as('tb.coordinator');
    const foreign = await tobacco.post(batches, body([lineOf(stored, '1')]));
    const nowhere = await tobacco.post(batches, body([{ ...lineOf(stored, '1'), lot: newId() }]));
    expect([foreign.status, foreign.body.type]).toEqual([404, 'urn:problem:unknown']);
    expect([nowhere.status, nowhere.body.type]).toEqual([404, 'urn:problem:unknown']);
  });

  it('is seen by its own agency alone until it is submitted', async () => {
    const { id } = ok<AnswerBody>(await coordinator.post(batches, body([lineOf(stored, '1')])));
    for (const who of ['ps.approver', 'tb.coordinator']) {
      const other = await office.as(who);
      expect((await other.get(`${batches}/${id}`)).status).toBe(404);
      expect((await other.get(`${batches}/${id}/snapshot`)).status).toBe(404);
      const { body: page } = await other.get(batches);
      expect(page.items.map((row: { id: string }) => row.id)).not.toContain(id);
    }
    expect((await (await office.as('tb.coordinator')).put(`${batches}/${id}`, body([]))).status).toBe(404);
    expect((await (await office.as('mr.officer1')).post(`${batches}/${id}/submission`)).status).toBe(403);
    expect((await (await office.as('tb.coordinator')).post(`${batches}/${id}/submission`)).status).toBe(404);
  });

  it('cannot be submitted empty', async () => {
    const { id } = ok<AnswerBody>(await coordinator.post(batches, body([])));
    const { status, body: problem } = await coordinator.post(`${batches}/${id}/submission`);
    expect([status, problem.type]).toEqual([422, 'urn:problem:empty']);
  });

  it('names every blocker of every lot at the submission, with what opens it, and reserves nothing', async () => {
    const bare = new Scenario(office);
    await bare.register();
    const held = new Scenario(office);
    await held.toStored();
    const hold = { lots: [held.lots[0]!.id], reason: '诉讼保全' };
    ok(await (await office.as('mr.officer1')).post('/api/v1/holds', hold));
    const lots = [lineOf(stored, '1'), lineOf(bare, '1'), lineOf(held, '1')];
    const { id } = ok<AnswerBody>(await coordinator.post(batches, body(lots)));
    const { status, body: problem } = await coordinator.post(`${batches}/${id}/submission`, {}, en);
    expect([status, problem.type]).toEqual([409, 'urn:problem:blocked']);
    expect(errorsOf(problem)).toEqual([
      ['/lots/1', 'seizure.not-confirmed'],
      ['/lots/1', 'lot.no-photo'],
      ['/lots/1', 'lot.decision-missing'],
      ['/lots/1', 'lot.not-in-custody'],
      ['/lots/2', 'lot.on-hold'],
    ]);
    expect(problem.errors.every(({ detail }: { detail: string }) => / /.test(detail))).toBe(true);
    expect(await stored.balances(stored.lots[0]!)).not.toHaveProperty('allocated');
    const candidates = await coordinator.get(`${batches}/eligible?limit=1000`, en);
    const found = new Map<string, AnswerBody>(
      candidates.body.items.map((row: { lot: string }) => [row.lot, row]),
    );
    expect(found.get(stored.lots[0]!.id)).toMatchObject({
      eligible: true,
      blockers: [],
      available: { amount: '1860', unit: 'piece' },
    });
    expect(found.get(bare.lots[0]!.id).blockers.map(({ code }: { code: string }) => code)).toEqual([
      'seizure.not-confirmed',
      'lot.no-photo',
      'lot.decision-missing',
      'lot.not-in-custody',
    ]);
    expect(found.get(held.lots[0]!.id).blockers[0].detail).toContain('诉讼保全');
  });

  it('pages through candidates and batches, each of them once', async () => {
    for (const path of [`${batches}/eligible`, batches]) {
      const seen: string[] = [];
      for (let next: string | null = `${path}?limit=2`; next !== null;) {
        const { status, body: page, headers }: Answer<AnswerBody> = await coordinator.get(next);
        expect(status).toBe(200);
        seen.push(...page.items.map((row: { id?: string; lot?: string }) => row.id ?? row.lot));
        expect(headers.has('link')).toBe(page.next !== null);
        next = page.next === null ? null : `${path}?limit=2&cursor=${page.next}`;
      }
      expect(seen.length).toBeGreaterThan(2);
      expect(new Set(seen).size).toBe(seen.length);
      expect((await coordinator.get(`${path}?cursor=nonsense`)).status).toBe(422);
    }
  });

  it('is frozen into exactly the bytes whose hash is the snapshot', async () => {
    const goods = new Scenario(office, {
      lines: [
        { amount: '20', unit: 'piece' },
        { amount: '5', unit: 'piece' },
      ],
    });
    const list = (await goods.toSubmitted()) as AnswerBody;
    expect(list).toMatchObject({
      version: 1,
      required: ['eco', 'mr'],
      totals: [{ category: 'clothing', base: { amount: '25', unit: 'piece' } }],
      warnings: [],
      entry: { seq: expect.any(Number) },
    });
    const { bytes, headers, body: frozen } = await coordinator.get(`${batches}/${goods.batch}/snapshot`);
    expect(sha256Hex(bytes)).toBe(list.snapshot);
    expect(headers.get('etag')).toBe(`"${list.snapshot}"`);
    expect(frozen.lines.map(({ lot }: { lot: string }) => lot)).toEqual(
      goods.lots.map(({ id }) => id).sort(),
    );
    expect(frozen).toMatchObject({
      v: 1,
      batch: goods.batch,
      version: 1,
      method: 'mixed',
      sites: goods.sites,
    });
    expect(frozen.lines[0]).toMatchObject({ method: 'shredding', responsible: 'mr', site: 'yard' });
    expect(frozen.decisions).toEqual([
      expect.objectContaining({
        id: goods.decision,
        kind: 'confiscation',
        lots: goods.lots.map(({ id }) => id).sort(),
      }),
    ]);
    expect([frozen.photos.length, frozen.appraisals.length]).toEqual([2, 1]);
    expect(await goods.balances(goods.lots[0]!)).toEqual({ seized: '-20', allocated: '20' });
    const missing = await coordinator.get(`${batches}/${goods.batch}/snapshot?version=9`);
    expect([missing.status, missing.body.type]).toEqual([404, 'urn:problem:version-unknown']);
  });

  it('is submitted once, and answers the same key with the first receipt', async () => {
    const goods = new Scenario(office);
    await goods.toStored();
    await goods.draft();
    const key = { 'idempotency-key': newId<string>() };
    const path = `${batches}/${goods.batch}/submission`;
    const first = await coordinator.post(path, {}, key);
    const again = await coordinator.post(path, {}, key);
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    const other = await coordinator.post(path);
    expect([other.status, other.body.type]).toEqual([409, 'urn:problem:not-open']);
  });
});
