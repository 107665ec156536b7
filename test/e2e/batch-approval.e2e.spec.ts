import { newId, sha256Hex } from '#kernel';
import { startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { ok, Scenario, type FrozenList } from '../support/scenario.js';

/** Cigarettes in a case of market regulation: that agency, the tobacco bureau and the police decide. */
const three = { lines: [{ category: 'cigarettes', amount: '2356.3', unit: 'cig-carton' }] };
const clothes = { lines: ['10', '20', '30'].map((amount) => ({ amount, unit: 'piece' })) };

describe('joint approval', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  const seenBy = async (who: string, { batch }: Scenario): Promise<AnswerBody> =>
    ok<AnswerBody>(await (await office.as(who)).get(`/api/v1/batches/${batch}`));
  const problemOf = ({ status, body }: { status: number; body: AnswerBody }) => [status, body.type];
  const decide = async (goods: Scenario, who: string, body: object) =>
    (await office.as(who)).post(`/api/v1/batches/${goods.batch}/approvals`, body);

  it('is complete when the third of three agencies has approved', async () => {
    const goods = new Scenario(office, three);
    const list = await goods.toSubmitted();
    expect(list.required).toEqual(['mr', 'ps', 'tb']);
    const states: string[] = [];
    for (const agency of ['tb', 'ps', 'mr']) {
      const { status, body } = await goods.vote(agency, list);
      expect([status, body.factor, body.version]).toEqual([201, 'password', 1]);
      states.push(body.state);
    }
    expect(states).toEqual(['submitted', 'submitted', 'approved']);
    const shown = await seenBy('ps.approver', goods);
    expect(shown).toMatchObject({ state: 'approved', awaiting: [], required: ['mr', 'ps', 'tb'] });
    expect(shown.decisions.map((one: AnswerBody) => [one.agency, one.decision, one.factor])).toEqual([
      ['tb', 'approve', 'password'],
      ['ps', 'approve', 'password'],
      ['mr', 'approve', 'password'],
    ]);
  });

  it('shows a named agency the list, totals, sample photos and the others, but no case behind it', async () => {
    const goods = new Scenario(office, three);
    const list = await goods.toSubmitted();
    await goods.vote('mr', list, { reason: '同意，请派员监销' });
    const shown = await seenBy('ps.approver', goods);
    expect(shown).toMatchObject({
      state: 'submitted',
      version: 1,
      snapshot: list.snapshot,
      awaiting: ['ps', 'tb'],
      totals: [{ category: 'cigarettes', base: { amount: '471260', unit: 'cig-stick' } }],
      decisions: [{ agency: 'mr', reason: '同意，请派员监销' }],
    });
    expect(shown).not.toHaveProperty('lots');
    const police = await office.as('ps.approver');
    expect((await police.get(`/api/v1/batches/${goods.batch}/snapshot`)).status).toBe(200);
    const [photo] = shown.samplePhotos;
    expect(photo.lot).toBe(goods.lots[0]!.id);
    expect((await police.get(`/api/v1/photos/${photo.sha256}/view`)).status).toBe(200);
    expect((await police.get(`/api/v1/lots/${goods.lots[0]!.id}`)).status).toBe(404);
    expect((await police.get(`/api/v1/seizures/${goods.seizure}`)).status).toBe(404);
    const { body: waiting } = await police.get('/api/v1/batches?state=submitted');
    expect(waiting.items).toContainEqual(
      expect.objectContaining({ id: goods.batch, awaiting: ['ps', 'tb'] }),
    );
    const outsider = await office.as('fin.approver');
    expect((await outsider.get(`/api/v1/batches/${goods.batch}`)).status).toBe(404);
  });

  it('is not possible before the submission, by another agency, or without the role', async () => {
    const goods = new Scenario(office);
    await goods.toStored();
    await goods.draft();
    const snapshot = sha256Hex('nothing');
    const body = { decision: 'approve', snapshot };
    expect(problemOf(await decide(goods, 'mr.approver', body))).toEqual([409, 'urn:problem:not-submitted']);
    expect((await decide(goods, 'eco.approver', body)).status).toBe(404);
    await goods.submit();
    expect(problemOf(await decide(goods, 'mr.coordinator', body))).toEqual([403, 'urn:problem:role-missing']);
    expect((await decide(goods, 'fin.approver', body)).status).toBe(404);
    expect((await decide(goods, 'ps.approver', body)).status).toBe(404);
    expect((await office.nobody.post(`/api/v1/batches/${goods.batch}/approvals`, body)).status).toBe(401);
  });

  it('is not asked from an agency that only keeps the goods and runs the batch', async () => {
    const line = { category: 'cigarettes', amount: '3', unit: 'cig-carton' };
    const goods = new Scenario(office, { agency: 'tb', lines: [line] });
    await goods.toDecided();
    const keeper = await office.as('mr.custodian');
    const [{ id: lot, amount, unit }] = goods.lots as [Scenario['lots'][number]];
    const offer = { id: goods.transfer, to: keeper.person.id, lots: [{ lot }] };
    ok(await (await goods.as('officer1')).post('/api/v1/custody-transfers', offer));
    const count = { lines: [{ lot, received: { amount, unit }, sealsIntact: true }] };
    ok(await keeper.post(`/api/v1/custody-transfers/${goods.transfer}/acceptance`, count));
    const coordinator = await office.as('mr.coordinator');
    const { body: candidates } = await coordinator.get('/api/v1/batches/eligible?limit=1000');
    expect(candidates.items).toContainEqual(
      expect.objectContaining({ lot, responsible: 'tb', eligible: true }),
    );
    const lots = [{ lot, quantity: { amount, unit } }];
    const draft = { id: goods.batch, title: '代管货物', method: 'mixed', sites: goods.sites, lots };
    ok(await coordinator.post('/api/v1/batches', draft));
    const list = ok<FrozenList>(await coordinator.post(`/api/v1/batches/${goods.batch}/submission`));
    expect(list.required).toEqual(['ps', 'tb']);
    expect(problemOf(await goods.vote('mr', list))).toEqual([403, 'urn:problem:agency-not-asked']);
    await goods.approve(list);
    expect((await seenBy('tb.officer1', goods)).state).toBe('approved');
  });

  it('binds the list that was shown: another hash is refused before the step-up is looked at', async () => {
    const goods = new Scenario(office);
    const list = await goods.toSubmitted();
    const seen = sha256Hex('an older list');
    const { status, body } = await goods.vote('mr', { ...list, snapshot: seen });
    expect([status, body.type, body.facts]).toEqual([
      409,
      'urn:problem:list-changed',
      { seen, now: list.snapshot },
    ]);
    expect((await seenBy('mr.approver', goods)).decisions).toEqual([]);
  });

  it('needs a fresh step-up of the same person for the same purpose and list', async () => {
    const goods = new Scenario(office);
    const { snapshot } = await goods.toSubmitted();
    const approver = await office.as('mr.approver');
    const other = await office.as('eco.approver');
    const wrong: Record<string, string | undefined> = {
      none: undefined,
      invented: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
      'of another person': await other.stepUp('approve', snapshot),
      'for another purpose': await approver.stepUp('issue', snapshot),
      'for another list': await approver.stepUp('approve', sha256Hex('other')),
    };
    for (const [what, stepUp] of Object.entries(wrong)) {
      const answer = await decide(goods, 'mr.approver', { decision: 'approve', snapshot, stepUp });
      expect([what, ...problemOf(answer)]).toEqual([what, 403, 'urn:problem:step-up-required']);
    }
    expect((await seenBy('mr.approver', goods)).decisions).toEqual([]);
    expect((await goods.vote('mr', { snapshot } as FrozenList)).status).toBe(201);
  });

  it('counts an agency once, answers the same key again, and refuses other content under it', async () => {
    const goods = new Scenario(office);
    const { snapshot } = await goods.toSubmitted();
    const approver = await office.as('mr.approver');
    const key = { 'idempotency-key': newId<string>() };
    const path = `/api/v1/batches/${goods.batch}/approvals`;
    const vote = async (more: object = {}, headers = key) => {
      const stepUp = await approver.stepUp('approve', snapshot);
      return approver.post(path, { decision: 'approve', snapshot, stepUp, ...more }, headers);
    };
    const first = await vote();
    const again = await vote();
    expect([first.status, again.status, again.body]).toEqual([201, 200, first.body]);
    expect(problemOf(await vote({ reason: '另有意见' }))).toEqual([409, 'urn:problem:key-reused']);
    const second = await vote({}, { 'idempotency-key': newId<string>() });
    expect([...problemOf(second), second.body.facts.entry]).toEqual([
      409,
      'urn:problem:agency-decided',
      first.body.entry.id,
    ]);
  });

  it('refuses an approver who seized the goods, and names rule and entry', async () => {
    const goods = new Scenario(office, clothes);
    const list = await goods.toSubmitted();
    await promote(office, 'mr.officer2', 'approver');
    const officer = await office.signIn('mr.officer2');
    const vote = async (more: object = {}) => {
      const stepUp = await officer.stepUp('approve', list.snapshot);
      const body = { decision: 'approve', snapshot: list.snapshot, stepUp, ...more };
      return officer.post(`/api/v1/batches/${goods.batch}/approvals`, body, { 'accept-language': 'en' });
    };
    const refusal = await vote();
    expect([...problemOf(refusal), refusal.body.facts]).toEqual([
      403,
      'urn:problem:same-goods',
      { rule: 'approver-apart', act: 'seized', entry: goods.seizure, lot: expect.any(String) },
    ]);
    expect(refusal.body.detail).toContain(goods.seizure);
    expect((await seenBy('eco.approver', goods)).decisions).toEqual([]);
  });

  it('may except lots with reasons: they are released, and earlier approvals stay', async () => {
    const goods = new Scenario(office, clothes);
    const list = await goods.toSubmitted();
    await goods.vote('mr', list);
    const [first, second, third] = goods.lots;
    const except = [{ lot: second!.id, reason: '补留样未附照片' }];
    const { status, body } = await goods.vote('eco', list, { except });
    expect([status, body.state]).toEqual([201, 'approved']);
    expect(await goods.balances(second!)).toEqual({ seized: '-20', custody: '20' });
    expect(await goods.balances(first!)).toEqual({ seized: '-10', allocated: '10' });
    const shown = await seenBy('mr.approver', goods);
    expect(shown.exclusions).toEqual([
      expect.objectContaining({ lot: second!.id, cause: 'approver', because: body.entry.id, ...except[0] }),
    ]);
    expect(shown.totals[0].base.amount).toBe('40');
    expect(shown.decisions.map((one: AnswerBody) => [one.agency, one.except])).toEqual([
      ['mr', undefined],
      ['eco', except],
    ]);
    expect(shown.lines.find((line: AnswerBody) => line.lot === third!.id).inBatch).toBe(true);
  });

  it('cannot except what is not in the list, or everything', async () => {
    const goods = new Scenario(office, clothes);
    const list = await goods.toSubmitted();
    const one = (lot: string) => ({ lot, reason: '除外' });
    const stranger = await goods.vote('mr', list, { except: [one(newId())] });
    expect([...problemOf(stranger), stranger.body.errors[0].pointer]).toEqual([
      422,
      'urn:problem:wrong-exceptions',
      '/except/0/lot',
    ]);
    const all = await goods.vote('mr', list, { except: goods.lots.map(({ id }) => one(id)) });
    expect(problemOf(all)).toEqual([422, 'urn:problem:except-everything']);
    expect((await goods.vote('mr', list, { except: [{ lot: goods.lots[0]!.id }] })).status).toBe(422);
  });

  it('ends with the first rejection: goods are free, and the list can be made anew as version 2', async () => {
    const goods = new Scenario(office, clothes);
    const list = await goods.toSubmitted();
    await goods.vote('mr', list);
    expect(problemOf(await goods.vote('eco', list, { decision: 'reject' }))).toEqual([
      422,
      'urn:problem:reason-missing',
    ]);
    const { status, body } = await goods.vote('eco', list, { decision: 'reject', reason: '销毁点无资质' });
    expect([status, body.state]).toEqual([201, 'rejected']);
    expect(await goods.balances(goods.lots[0]!)).toEqual({ seized: '-10', custody: '10' });
    expect(problemOf(await goods.vote('mr', list))).toEqual([409, 'urn:problem:not-awaiting-approval']);
    const next = await goods.submit();
    expect(next.version).toBe(2);
    expect(next.snapshot).not.toBe(list.snapshot);
    await goods.approve(next);
    const shown = await seenBy('eco.approver', goods);
    expect(shown.state).toBe('approved');
    expect(shown.decisions.map((one: AnswerBody) => [one.version, one.decision])).toEqual([
      [1, 'approve'],
      [1, 'reject'],
      [2, 'approve'],
      [2, 'approve'],
    ]);
  });

  it('is completed by exactly one of two last approvals at the same moment', async () => {
    const goods = new Scenario(office, three);
    const list = await goods.toSubmitted();
    await goods.vote('tb', list);
    const both = await Promise.all(['mr', 'ps'].map((agency) => goods.vote(agency, list)));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both.map(({ body }) => body.state).sort()).toEqual(['approved', 'submitted']);
    expect((await seenBy('ps.approver', goods)).state).toBe('approved');
  });

  it('takes one of two decisions of one agency at the same moment', async () => {
    const goods = new Scenario(office);
    const list = await goods.toSubmitted();
    const both = await Promise.all([goods.vote('mr', list), goods.vote('mr', list)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it.each([
    ['a decision that is none', { decision: 'maybe' }, '/decision'],
    ['a hash in capitals', { snapshot: 'A'.repeat(64) }, '/snapshot'],
    ['an unknown field', { role: 'admin' }, '/role'],
    ['an exception without a lot', { except: [{ reason: 'x' }] }, '/except/0/lot'],
  ])('refuses %s', async (_what, own, pointer) => {
    const body = { decision: 'approve', snapshot: sha256Hex('x'), ...own };
    const goods = new Scenario(office);
    const { id } = ok<AnswerBody>(
      await (
        await office.as('mr.coordinator')
      ).post('/api/v1/batches', {
        id: goods.batch,
        title: 'x',
        method: 'mixed',
        sites: goods.sites,
        lots: [],
      }),
    );
    expect(id).toBe(goods.batch);
    const answer = await decide(goods, 'mr.approver', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  });
});

/** Gives somebody of market regulation a further role: one administrator asks, another grants. */
async function promote(office: TestOffice, username: string, role: string): Promise<void> {
  const { person } = await office.as(username);
  const asked = ok<AnswerBody>(
    await (await office.as('mr.admin')).post(`/api/v1/people/${person.id}/roles`, { role }),
  );
  if (asked.state === 'granted') return;
  const request = asked.request ?? asked.id;
  ok(await (await office.as('tb.admin')).post(`/api/v1/role-requests/${request}/grant`));
}
