import { newId } from '#kernel';
import { startOffice, type AnswerBody, type SignedClient, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { ok, Scenario, type FrozenList } from '../support/scenario.js';

const batches = '/api/v1/batches';
const clothes = { lines: ['10', '20', '30'].map((amount) => ({ amount, unit: 'piece' })) };
const tobacco = {
  lines: ['5', '6'].map((amount) => ({ category: 'cigarettes', amount, unit: 'cig-carton' })),
};

describe('a frozen list', () => {
  let office: TestOffice;
  let coordinator: SignedClient;
  let officer: SignedClient;
  beforeAll(async () => {
    office = await startOffice();
    coordinator = await office.as('mr.coordinator');
    officer = await office.as('mr.officer1');
  });
  afterAll(() => office.close());

  const file = async ({ batch }: Scenario): Promise<AnswerBody> =>
    ok<AnswerBody>(await coordinator.get(`${batches}/${batch}`));
  const problemOf = ({ status, body }: { status: number; body: AnswerBody }) => [status, body.type];
  const lineOf = ({ id, amount, unit }: Scenario['lots'][number], own: object = {}) => ({
    lot: id,
    quantity: { amount, unit },
    ...own,
  });
  const listOf = (goods: Scenario, lots: readonly object[], own: object = {}) => ({
    title: '改过的清单',
    method: 'mixed',
    sites: goods.sites,
    lots,
    ...own,
  });
  const change = (goods: Scenario, lots: readonly object[]) =>
    coordinator.put(`${batches}/${goods.batch}`, listOf(goods, lots));

  it('that changes after two of three approvals is a new version: approvals void, the difference shown', async () => {
    const goods = new Scenario(office, tobacco);
    const list = await goods.toSubmitted();
    await goods.vote('mr', list);
    await goods.vote('ps', list);
    const [first, second] = goods.lots;
    const less = { quantity: { amount: '4', unit: 'cig-carton' } };
    const changed = await change(goods, [lineOf(first!, less)]);
    expect([changed.status, changed.body.state]).toEqual([200, 'draft']);
    expect(changed.body.entry).toMatchObject({ seq: expect.any(Number) });
    expect(await goods.balances(second!)).toEqual({ seized: '-1200', custody: '1200' });
    expect(problemOf(await goods.vote('tb', list))).toEqual([409, 'urn:problem:not-awaiting-approval']);

    const next = await goods.submit();
    expect([next.version, next.required]).toEqual([2, ['mr', 'ps', 'tb']]);
    expect(problemOf(await goods.vote('tb', list))).toEqual([409, 'urn:problem:list-changed']);
    await goods.vote('tb', next);
    const shown = await file(goods);
    expect([shown.state, shown.awaiting]).toEqual(['submitted', ['mr', 'ps']]);
    expect(shown.changes).toMatchObject({
      from: 1,
      to: 2,
      head: [{ field: 'title', after: '改过的清单' }],
      lines: [
        { lot: first!.id, before: { base: { amount: '1000' } }, after: { base: { amount: '800' } } },
        { lot: second!.id, before: { base: { amount: '1200' } } },
      ].sort((a, b) => (a.lot < b.lot ? -1 : 1)),
    });
    expect(await goods.balances(first!)).toEqual({ seized: '-1000', custody: '200', allocated: '800' });
    const old = await coordinator.get(`${batches}/${goods.batch}/snapshot?version=1`);
    expect(old.headers.get('etag')).toBe(`"${list.snapshot}"`);
  });

  it('is opened once under one key', async () => {
    const goods = new Scenario(office, clothes);
    await goods.toSubmitted();
    const key = { 'idempotency-key': newId<string>() };
    const body = listOf(goods, [lineOf(goods.lots[0]!)]);
    const first = await coordinator.put(`${batches}/${goods.batch}`, body, key);
    const again = await coordinator.put(`${batches}/${goods.batch}`, body, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
  });

  it('is withdrawn by the agency that runs it alone, with a reason; its goods are free for another', async () => {
    const goods = new Scenario(office, clothes);
    const list = await goods.toApproved();
    const path = `${batches}/${goods.batch}/withdrawal`;
    expect((await coordinator.post(path, {})).status).toBe(422);
    const named = await office.as('eco.approver');
    expect(problemOf(await named.post(path, { reason: 'x' }))).toEqual([403, 'urn:problem:role-missing']);
    expect((await (await office.as('tb.coordinator')).post(path, { reason: 'x' })).status).toBe(404);
    const { status, body } = await coordinator.post(path, { reason: '改为无害化利用' });
    expect([status, body.state]).toEqual([201, 'withdrawn']);
    expect(await goods.balances(goods.lots[2]!)).toEqual({ seized: '-30', custody: '30' });
    expect(problemOf(await coordinator.post(path, { reason: '再次' }))).toEqual([
      409,
      'urn:problem:nothing-to-withdraw',
    ]);
    expect(problemOf(await change(goods, []))).toEqual([409, 'urn:problem:ended']);
    expect(problemOf(await coordinator.post(`${batches}/${goods.batch}/submission`))).toEqual([
      409,
      'urn:problem:not-open',
    ]);
    expect(problemOf(await goods.vote('eco', list))).toEqual([409, 'urn:problem:not-awaiting-approval']);
    const other = { ...listOf(goods, [lineOf(goods.lots[0]!)]), id: newId<string>() };
    ok(await coordinator.post(batches, other));
    expect((await coordinator.post(`${batches}/${other.id}/submission`)).status).toBe(201);
  });

  it('loses a lot to a hold after its approval; the approval of the rest stands', async () => {
    const goods = new Scenario(office, clothes);
    await goods.toApproved();
    const [first, second] = goods.lots;
    const { entry } = ok<AnswerBody>(
      await officer.post('/api/v1/holds', { lots: [first!.id], reason: '诉讼保全' }),
    );
    const shown = await file(goods);
    expect([shown.state, shown.totals[0].base.amount]).toEqual(['approved', '50']);
    expect(shown.exclusions).toEqual([
      expect.objectContaining({ lot: first!.id, cause: 'hold', because: entry.id, reason: '诉讼保全' }),
    ]);
    expect(await goods.balances(first!)).toEqual({ seized: '-10', custody: '10' });
    expect(await goods.balances(second!)).toEqual({ seized: '-20', allocated: '20' });
    const { body: lot } = await officer.get(`/api/v1/lots/${first!.id}`);
    expect(lot.history.map(({ type }: { type: string }) => type).slice(-2)).toEqual([
      'hold.placed',
      'batch.excluded',
    ]);
  });

  it('loses lots whose decision was replaced, and those that a later appraisal finds genuine', async () => {
    const goods = new Scenario(office, clothes);
    await goods.toSubmitted();
    const [first, ...others] = goods.lots;
    const appraisal = { lots: [first!.id], result: 'genuine', body: '权利人', reportNumber: 'J-77' };
    ok(await officer.post('/api/v1/appraisals', { ...appraisal, happened: new Date().toISOString() }));
    expect((await file(goods)).exclusions).toEqual([
      expect.objectContaining({ lot: first!.id, cause: 'appraisal', reason: 'J-77' }),
    ]);
    const decision = {
      number: 'CF-NEW',
      kind: 'return',
      happened: new Date().toISOString(),
      finalAt: new Date(Date.now() + 1000).toISOString(),
      lots: [others[0]!.id],
      replaces: goods.decision,
    };
    ok(await officer.post('/api/v1/decisions', decision));
    const shown = await file(goods);
    expect(shown.state).toBe('emptied');
    expect(shown.exclusions.map(({ cause }: { cause: string }) => cause).sort()).toEqual([
      'appraisal',
      'decision',
      'decision',
    ]);
    for (const lot of goods.lots) expect(await goods.balances(lot)).not.toHaveProperty('allocated');
    expect(problemOf(await change(goods, []))).toEqual([409, 'urn:problem:ended']);
  });

  it('stays as it is while an event rests on it, and loses lots to a hold until they are staged', async () => {
    const goods = new Scenario(office, clothes);
    await goods.toApproved();
    const event = await goods.plan();
    const withdrawal = () => coordinator.post(`${batches}/${goods.batch}/withdrawal`, { reason: '撤回' });
    expect(problemOf(await withdrawal())).toEqual([409, 'urn:problem:event-planned']);
    expect(problemOf(await change(goods, []))).toEqual([409, 'urn:problem:event-planned']);
    const [first, second] = goods.lots;
    ok(await officer.post('/api/v1/holds', { lots: [first!.id], reason: '诉讼保全' }));
    expect(await goods.balances(first!)).toEqual({ seized: '-10', custody: '10' });
    await goods.stage({ ...event, lots: event.lots.slice(1) });
    ok(await officer.post('/api/v1/holds', { lots: [second!.id], reason: '另案' }));
    expect(await goods.balances(second!)).toEqual({ seized: '-20', staged: '20' });
    expect((await file(goods)).exclusions.map(({ lot }: { lot: string }) => lot)).toEqual([first!.id]);
  });

  it('can be withdrawn once its event was cancelled', async () => {
    const goods = new Scenario(office, clothes);
    await goods.toApproved();
    const { id } = await goods.plan();
    ok(await coordinator.post(`/api/v1/events/${id}/cancellation`, { reason: '暴雨' }));
    const path = `${batches}/${goods.batch}/withdrawal`;
    expect((await coordinator.post(path, { reason: '撤回' })).status).toBe(201);
    expect(await goods.balances(goods.lots[2]!)).toEqual({ seized: '-30', custody: '30' });
  });

  it('cannot hold goods that another list holds; what is left of a lot may enter', async () => {
    const goods = new Scenario(office, { lines: [{ amount: '1000', unit: 'piece' }] });
    await goods.toStored();
    const take = async (amount: string) => {
      const body = listOf(goods, [lineOf(goods.lots[0]!, { quantity: { amount, unit: 'piece' } })]);
      const { id } = ok<AnswerBody>(await coordinator.post(batches, { ...body, id: newId() }));
      return coordinator.post(`${batches}/${id}/submission`);
    };
    expect((await take('700')).status).toBe(201);
    const more = await take('301');
    expect([...problemOf(more), more.body.errors[0].pointer, more.body.errors[0].code]).toEqual([
      409,
      'urn:problem:blocked',
      '/lots/0/quantity',
      'batch.not-enough',
    ]);
    expect(more.body.errors[0].detail).toContain('300');
    expect((await take('300')).status).toBe(201);
    const rest = await take('1');
    expect(rest.body.errors[0].code).toBe('batch.lot-taken');
    expect(await goods.balances(goods.lots[0]!)).toEqual({ seized: '-1000', allocated: '1000' });
  });

  it('takes no more than a partial decision covers', async () => {
    const goods = new Scenario(office, { lines: [{ amount: '100', unit: 'piece' }] });
    await goods.register();
    await goods.confirm();
    await goods.photograph();
    await goods.appraise();
    const quantity = { amount: '40', unit: 'piece' };
    const decision = {
      number: 'CF-40',
      kind: 'confiscation',
      happened: new Date().toISOString(),
      finalAt: new Date().toISOString(),
      lots: [{ lot: goods.lots[0]!.id, quantity }],
    };
    ok(await officer.post('/api/v1/decisions', { ...decision, finalAt: decision.happened }));
    await goods.offer();
    await goods.accept();
    const draft = (amount: string) =>
      listOf(goods, [lineOf(goods.lots[0]!, { quantity: { amount, unit: 'piece' } })]);
    ok(await coordinator.post(batches, { ...draft('41'), id: goods.batch }));
    const tooMuch = await coordinator.post(`${batches}/${goods.batch}/submission`);
    expect(tooMuch.body.errors[0].code).toBe('batch.beyond-decision');
    ok(await coordinator.put(`${batches}/${goods.batch}`, draft('40')));
    expect((await goods.submit()).version).toBe(1);
  });

  it('never takes more than there is, whatever 200 coordinators submit at once', async () => {
    const goods = new Scenario(office, { lines: [{ amount: '1000', unit: 'piece' }] });
    await goods.toStored();
    const drafts = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const quantity = { amount: '13', unit: 'piece' };
        const body = { ...listOf(goods, [lineOf(goods.lots[0]!, { quantity })]), id: newId<string>() };
        return ok<AnswerBody>(await coordinator.post(batches, body)).id as string;
      }),
    );
    const answers = await Promise.all(drafts.map((id) => coordinator.post(`${batches}/${id}/submission`)));
    const count = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([count(201), count(409)]).toEqual([76, 124]);
    expect(await goods.balances(goods.lots[0]!)).toEqual({
      seized: '-1000',
      custody: '12',
      allocated: '988',
    });
  });

  it('meets holds, changes and approvals at the same moments without losing goods', async () => {
    const goods = Array.from({ length: 4 }, () => new Scenario(office, clothes));
    const lists = new Map<Scenario, FrozenList>();
    for (const each of goods) lists.set(each, await each.toSubmitted());
    await Promise.all(
      goods.flatMap((each) => [
        officer.post('/api/v1/holds', { lots: each.lots.map(({ id }) => id), reason: '冻结' }),
        each.vote('mr', lists.get(each)!),
        each.vote('eco', lists.get(each)!, { except: [{ lot: each.lots[0]!.id, reason: '除外' }] }),
        change(each, [lineOf(each.lots[1]!)]),
        coordinator.post(`${batches}/${each.batch}/withdrawal`, { reason: '撤回' }),
      ]),
    );
    for (const each of goods) {
      const shown = await file(each);
      expect(['emptied', 'draft', 'withdrawn']).toContain(shown.state);
      for (const lot of each.lots) expect(await each.balances(lot)).not.toHaveProperty('allocated');
    }
  });

  it('leaves no account of any lot below nothing, and every posting in balance', async () => {
    const wrong = await query(
      office,
      `SELECT lot FROM state.balances GROUP BY lot
       HAVING sum(amount) <> 0 OR min(amount) FILTER (WHERE account <> 'seized') < 0`,
    );
    expect(wrong).toEqual([]);
  });
});
