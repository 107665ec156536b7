import { newId, sha256Hex } from '#kernel';
import { startOffice, type Answer, type AnswerBody, type TestOffice } from '../support/office.js';
import { query } from '../support/query.js';
import { ok, Scenario, type FrozenList, type PlannedEvent } from '../support/scenario.js';

type Headers = Record<string, string>;
type Attempt = (headers: Headers) => Promise<Answer<AnswerBody>>;
const sentence = { 'zh-CN': /[一-龥].*[。；：]$/s, en: /^[A-Z“"'0-9].*[.]$/s };

let office: TestOffice;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.close());

/** What must stay as it is when something is refused: the ledger, and every table that shows what it says. */
async function standing() {
  const [ledger] = await query(office, 'SELECT count(*) AS entries FROM ledger.entries');
  const tables = await query(office, `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'state'`);
  const contents = tables.map(
    ({ name }) =>
      `SELECT '${String(name)}' AS name, md5(string_agg(t::text, ';' ORDER BY t::text)) FROM state.${String(name)} t`,
  );
  return { ledger, state: await query(office, `${contents.join(' UNION ALL ')} ORDER BY name`) };
}

/** Tries it in both languages: the same refusal, each with a sentence that can be read, and nothing has changed. */
async function isRefused(attempt: Attempt, ...[status, type]: readonly [number, string]): Promise<void> {
  const before = await standing();
  for (const language of ['zh-CN', 'en'] as const) {
    const { status: got, body } = await attempt({ 'accept-language': language });
    expect([got, body?.type, body?.detail]).toEqual([
      status,
      `urn:problem:${type}`,
      expect.stringMatching(sentence[language]),
    ]);
    for (const { detail } of body.errors ?? []) expect(detail).toMatch(sentence[language]);
  }
  expect(await standing()).toEqual(before);
}
/** A POST as somebody; the body is made anew for each try, since step-ups are. */
function posted(who: string, path: string, body: object | (() => Promise<object>) = {}): Attempt {
  return async (headers) =>
    (await office.as(who)).post(path, typeof body === 'function' ? await body() : body, headers);
}
function recorded(event: PlannedEvent, result: object): Attempt {
  const path = `/api/v1/events/${event.id}/lines/${event.lots[0]!.id}`;
  return async (headers) => (await office.as('mr.coordinator')).put(path, result, headers);
}
const pieces = (amount: unknown) => ({ amount, unit: 'piece' });
const badQuantities: readonly (readonly [string, unknown, string])[] = [
  ['zero', pieces('0'), 'zero'],
  ['negative', pieces('-1'), 'negative'],
  ['with an exponent', pieces('1e3'), 'exponent'],
  ['with a thousands separator', pieces('1,860'), 'thousands-separator'],
  ['in full-width digits', pieces('１８６０'), 'full-width'],
  ['of half a piece', pieces('0.5'), 'not-whole'],
  ['in a number', pieces(5), 'invalid'],
  ['in an unknown unit', { amount: '1', unit: 'parsec' }, 'unknown-unit'],
  ['with an unknown field', { ...pieces('1'), about: 'x' }, 'invalid'],
];

describe('goods that are only registered', () => {
  let goods: Scenario;
  beforeAll(async () => {
    goods = new Scenario(office);
    await goods.register();
  });
  const confirmation = () => `/api/v1/seizures/${goods.seizure}/confirmation`;

  it('are not confirmed by whoever registered them', () =>
    isRefused(posted('mr.officer1', confirmation()), 403, 'registrar-cannot-confirm'));
  it('are not there for another agency', async () => {
    await isRefused(posted('tb.officer1', confirmation()), 404, 'unknown');
    const body = { lots: [goods.lots[0]!.id], reason: '复议' };
    await isRefused(posted('tb.officer1', '/api/v1/holds', body), 404, 'unknown');
  });
  it('enter no list: the submission names what is missing', async () => {
    await goods.draft();
    await isRefused(posted('mr.coordinator', `/api/v1/batches/${goods.batch}/submission`), 409, 'blocked');
  });
});

describe('a list that waits for approval', () => {
  let goods: Scenario;
  let list: FrozenList;
  beforeAll(async () => {
    goods = new Scenario(office);
    list = await goods.toSubmitted();
  });
  const approvals = () => `/api/v1/batches/${goods.batch}/approvals`;
  const voteOf =
    (who: string, snapshot = list.snapshot, purpose: 'approve' | 'issue' = 'approve') =>
    async () => ({
      ...{ decision: 'approve', snapshot },
      stepUp: await (await office.as(who)).stepUp(purpose, snapshot),
    });

  it('is not approved by another list’s hash, or under a signature of another list or purpose', async () => {
    const other = sha256Hex('another list');
    await isRefused(posted('eco.approver', approvals(), voteOf('eco.approver', other)), 409, 'list-changed');
    const foreign = async () => ({ ...(await voteOf('eco.approver', other)()), snapshot: list.snapshot });
    await isRefused(posted('eco.approver', approvals(), foreign), 403, 'step-up-required');
    const misused = voteOf('eco.approver', list.snapshot, 'issue');
    await isRefused(posted('eco.approver', approvals(), misused), 403, 'step-up-required');
  });
  it('is not there for an agency that is not asked, and closed to people without the role', async () => {
    await isRefused(posted('tb.approver', approvals(), voteOf('tb.approver')), 404, 'unknown');
    await isRefused(posted('mr.coordinator', approvals(), voteOf('mr.coordinator')), 403, 'role-missing');
  });
  it('is neither destroyed nor certified before it is approved', async () => {
    const plan = async () => ({
      ...{ site: 'yard', startsAt: '2026-11-24T01:00:00.000Z', lead: await goods.person('coordinator') },
      witnesses: [await goods.person('witness'), await goods.person('ps.witness')],
    });
    await isRefused(
      posted('mr.coordinator', `/api/v1/batches/${goods.batch}/events`, plan),
      409,
      'batch-not-approved',
    );
    await isRefused(
      posted('mr.issuer', `/api/v1/batches/${goods.batch}/certificates`),
      409,
      'batch-not-approved',
    );
  });
  it('keeps its goods from every other list', async () => {
    const lots = goods.lots.map(({ id: lot, amount, unit }) => ({ lot, quantity: { amount, unit } }));
    const id = newId<string>();
    const draft = { id, title: '再次销毁', method: 'mixed', sites: goods.sites, lots };
    ok(await (await office.as('mr.coordinator')).post('/api/v1/batches', draft));
    await isRefused(posted('mr.coordinator', `/api/v1/batches/${id}/submission`), 409, 'blocked');
  });
  it.each(badQuantities)('takes no quantity %s', async (_, quantity, type) => {
    const lots = [{ lot: goods.lots[0]!.id, quantity }];
    const draft = { title: '集中销毁', method: 'mixed', sites: goods.sites, lots };
    await isRefused(posted('mr.coordinator', '/api/v1/batches', draft), 422, type);
  });
});

describe('the destruction of an approved list', () => {
  let goods: Scenario;
  let event: PlannedEvent;
  beforeAll(async () => {
    goods = new Scenario(office);
    await goods.toApproved();
  });
  const path = (step: string) => `/api/v1/events/${event.id}/${step}`;

  it('has no lead as its witness', async () => {
    const lead = await goods.person('coordinator');
    const plan = { site: 'yard', startsAt: '2026-11-24T01:00:00.000Z', lead, witnesses: [lead, lead] };
    await isRefused(
      posted('mr.coordinator', `/api/v1/batches/${goods.batch}/events`, plan),
      403,
      'lead-as-witness',
    );
  });
  it('has no results before the goods are staged, and is not staged by strangers or in excess', async () => {
    event = await goods.plan();
    await isRefused(recorded(event, { destroyed: pieces('1860') }), 409, 'line-not-staged');
    const lines = [{ lot: event.lots[0]!.id, staged: pieces('1861') }];
    await isRefused(posted('mr.custodian', path('staging'), { lines }), 422, 'wrong-lines');
    await isRefused(posted('tb.custodian', path('staging'), { lines }), 404, 'unknown');
    await isRefused(posted('mr.officer1', path('staging'), { lines }), 403, 'role-missing');
  });
  it.each(badQuantities.filter(([what]) => what !== 'zero'))(
    'records no quantity %s',
    async (_, quantity, type) => {
      if ((await goods.balances(event.lots[0]!))['staged'] === undefined) await goods.stage(event);
      await isRefused(recorded(event, { destroyed: quantity }), 422, type);
    },
  );
  it('destroys no more and no less than was staged, and has no other fields', async () => {
    for (const amount of ['1861', '1859']) {
      await isRefused(recorded(event, { destroyed: pieces(amount) }), 422, 'line-sum');
    }
    await isRefused(recorded(event, { destroyed: pieces('1860'), witness: 'x' }), 422, 'invalid');
  });
  it('is stated only by its witnesses, over the figures that stand, and not closed before', async () => {
    await isRefused(posted('mr.coordinator', path('closure')), 409, 'still-open');
    await goods.photographEvent(event);
    await goods.record(event);
    const statement = (sha256: string) => ({
      ...{ statement: '见证', from: '2026-11-24T01:00:00.000Z', to: '2026-11-24T02:00:00.000Z', sha256 },
      lines: event.lots.map(({ id }) => id),
    });
    const { body } = await (await office.as('mr.witness')).get(`/api/v1/events/${event.id}`);
    const other = statement(sha256Hex('other figures'));
    await isRefused(posted('mr.witness', path('witness-statements'), other), 409, 'lines-changed');
    const stranger = statement(body.linesHash);
    await isRefused(posted('tb.witness', path('witness-statements'), stranger), 404, 'unknown');
    await isRefused(posted('mr.coordinator', path('witness-statements'), stranger), 403, 'role-missing');
    await isRefused(posted('mr.coordinator', path('closure')), 409, 'still-open');
    await isRefused(posted('mr.issuer', `/api/v1/batches/${goods.batch}/certificates`), 409, 'events-open');
  });
  it('changes no more after its end, and is certified once, by an issuer, under the shown content', async () => {
    await goods.witness(event);
    ok(await goods.tryClose(event));
    await isRefused(recorded(event, { destroyed: pieces('1860') }), 409, 'over');
    const certificates = `/api/v1/batches/${goods.batch}/certificates`;
    await isRefused(posted('mr.issuer', certificates), 403, 'step-up-required');
    await isRefused(posted('tb.issuer', certificates), 404, 'unknown');
    await isRefused(posted('mr.approver', certificates), 403, 'role-missing');
    const issuer = await office.as('mr.issuer');
    const preview = await issuer.get(`/api/v1/batches/${goods.batch}/certificate-preview`);
    const stepUp = await issuer.stepUp('issue', preview.body.contentHash);
    const { number } = ok(await issuer.post(certificates, { stepUp }));
    await isRefused(posted('mr.issuer', certificates), 409, 'already-issued');
    const unsigned = { reason: '数量有误' };
    await isRefused(
      posted('mr.issuer', `/api/v1/certificates/${String(number)}/revocation`, unsigned),
      ...([403, 'step-up-required'] as const),
    );
  });
});

describe('after all of it', () => {
  it('the ledger verifies', async () => {
    const auditor = await office.as('aud.auditor');
    expect(ok(await auditor.post('/api/v1/ledger/verification', {}))).toMatchObject({ ok: true });
  });
});
