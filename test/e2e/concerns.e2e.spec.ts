import { Sessions } from '#identity';
import { newId } from '#kernel';
import { ConcernQueries, ConcernService } from '#publication';
import pg from 'pg';
import { FakeClock, startOffice, type AnswerBody, type TestOffice } from '../support/office.js';
import { startPublicSite, type TestPublicSite } from '../support/public-site.js';
import { Scenario } from '../support/scenario.js';

let office: TestOffice;
let site: TestPublicSite;
let owner: pg.Client;
const clock = new FakeClock();
const said = '销毁活动之后，同一批次的货又在夜市出售。';

beforeAll(async () => {
  office = await startOffice({ clock });
  site = await startPublicSite(office.database.publicUrl);
  owner = new pg.Client({ connectionString: office.database.superUrl });
  await owner.connect();
}, 60_000);
afterAll(async () => {
  await owner.end();
  await site.close();
  await office.close();
});
beforeEach(() => owner.query('TRUNCATE work.concerns'));

/** Sends the form as a browser does; each call comes from a fresh site, so that no limit of another test counts. */
async function report(fields: Record<string, string>, headers: Record<string, string> = {}, lang = 'zh-CN') {
  const response = await fetch(`${site.url}/concern?lang=${lang}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ key: newId<string>(), body: said, about: '', contact: '', ...fields }),
  });
  return { status: response.status, location: response.headers.get('location'), text: await response.text() };
}
async function freshSite(): Promise<void> {
  await site.close();
  site = await startPublicSite(office.database.publicUrl);
}
const kept = async () =>
  (await owner.query('SELECT * FROM work.concerns ORDER BY received')).rows as AnswerBody[];

describe('a concern of the public', () => {
  beforeEach(freshSite);

  it('arrives, and is answered with a reference to write down', async () => {
    const { status, location } = await report({ contact: '13800000000' });
    expect(status).toBe(303);
    expect(location).toMatch(/^\/concern\/JB-[0-9A-Z]{4}-[0-9A-Z]{4}\?lang=zh-CN$/);
    const { text } = await site.get(location!);
    const [one] = await kept();
    expect(text).toContain(one.reference);
    expect(text).not.toContain(said);
    expect(one).toMatchObject({ body: said, contact: '13800000000', agency: null, language: 'zh-CN' });
  });

  it('is one however often its form is sent', async () => {
    const key = newId<string>();
    const first = await report({ key });
    expect((await report({ key })).location).toBe(first.location);
    expect(await kept()).toHaveLength(1);
  });

  it('goes to the agency of the batch that it names, however the number is typed', async () => {
    const scenario = new Scenario(office, { agency: 'tb', clock });
    await scenario.toSubmitted();
    const { rows } = await owner.query('SELECT reference FROM state.batches WHERE id = $1', [scenario.batch]);
    await report({ about: (rows[0] as AnswerBody).reference.toLowerCase() });
    expect((await kept())[0].agency).toBe('tb');
  });

  it.each([
    ['nothing', { body: '' }, '至少 10 个字'],
    ['too much', { body: 'x'.repeat(2001) }, '最多 2000'],
    ['control characters', { body: 'a long text \u0007 with a bell' }, '无法保存的字符'],
  ])('that says %s is shown again with what was typed, and a way to mend it', async (_what, fields, hint) => {
    const { status, text } = await report({ contact: '张先生', ...fields });
    expect(status).toBe(422);
    expect(text).toContain(hint);
    expect(text).toContain('value="张先生"');
    expect(text).toContain('href="#body"');
    expect(await kept()).toEqual([]);
  });

  it('never runs what it holds', async () => {
    const planted = '<script>alert(1)</script>"><img src=x>';
    const { text } = await report({ about: planted, body: 'x' });
    expect(text).not.toContain('<script>alert');
    expect(text).toContain('&lt;script&gt;alert(1)');
    expect((await site.get(`/concern?about=${encodeURIComponent(planted)}`)).text).not.toContain(
      '<script>alert',
    );
  });

  it.each([[{ origin: 'https://evil.example' }], [{ origin: 'null' }], [{ 'sec-fetch-site': 'cross-site' }]])(
    'is not taken from a form of another site: %j',
    async (headers) => {
      const { status, text } = await report({}, headers as Record<string, string>);
      expect([status, await kept()]).toEqual([403, []]);
      expect(text).toContain('不是从本站发出的');
    },
  );

  it('is refused where it is too large to be one', async () => {
    expect((await report({ body: 'x'.repeat(40_000) })).status).toBe(413);
    expect(await kept()).toEqual([]);
  });

  it('is limited for each address, in words of the reader', async () => {
    const statuses = [];
    for (let i = 0; i < 21; i += 1) statuses.push((await report({})).status);
    expect(statuses).toEqual([...Array<number>(20).fill(303), 429]);
  });

  it('is limited for everybody together by the database, and what was typed is not lost', async () => {
    await owner.query(
      `INSERT INTO work.concerns (id, reference, received, language, about, body)
       SELECT gen_random_uuid(), 'JB-0000-' || lpad(i::text, 4, '0'), clock_timestamp(), 'zh-CN', '', 'x'
       FROM generate_series(1, 200) i`,
    );
    const { status, text } = await report({}, {}, 'en');
    expect(status).toBe(503);
    expect(text).toContain('send it again in an hour');
    expect(text).toContain(said);
    expect(await kept()).toHaveLength(200);
  });

  it.each(['/concern/JB-0000', '/concern/%3Cscript%3E', '/concern/jb-0000-0000'])(
    'has no page for a reference that is none: %s',
    async (path) => {
      expect((await site.get(path)).status).toBe(404);
    },
  );

  it('can’t be read by the role that took it in, nor dated or written past the function', async () => {
    const reader = new pg.Client({ connectionString: office.database.publicUrl });
    await reader.connect();
    await report({});
    for (const sql of [
      'SELECT 1 FROM work.concerns',
      `INSERT INTO work.concerns (id, reference, received, language, about) VALUES (gen_random_uuid(), 'JB-0000-0000', now(), 'en', '')`,
      'DELETE FROM work.concerns',
    ])
      await expect(reader.query(sql)).rejects.toMatchObject({ code: '42501' });
    const bad = { id: newId<string>(), reference: '<script>', language: 'en', about: '', body: 'x' };
    await expect(reader.query('SELECT published.receive_concern($1)', [bad])).rejects.toMatchObject({
      code: '23514',
    });
    await reader.end();
  });
});

describe('an agency with concerns', () => {
  const sign = async (who: string) => {
    const client = await office.as(who);
    return (await office.app.get(Sessions, { strict: false }).resolve(client.token)).actor;
  };
  const queries = () => office.app.get(ConcernQueries, { strict: false });
  const service = () => office.app.get(ConcernService, { strict: false });

  it('reads its own alone; the operator reads those that name nobody, and passes them on', async () => {
    await freshSite();
    await report({});
    const [one] = await kept();
    const [mine, other, operator] = [
      await sign('mr.coordinator'),
      await sign('tb.coordinator'),
      await sign('mr.admin'),
    ];
    await expect(queries().one(mine, one.id)).rejects.toMatchObject({ code: 'concern.unknown' });
    expect((await queries().one(operator, one.id)).body).toBe(said);
    await expect(service().passOn(mine, one.id, 'mr')).rejects.toMatchObject({ code: 'concern.unknown' });
    await expect(service().passOn(operator, one.id, 'nobody')).rejects.toMatchObject({ kind: 'invalid' });
    await service().passOn(operator, one.id, 'mr');
    expect((await queries().one(mine, one.id)).agency).toBe('mr');
    await expect(queries().one(other, one.id)).rejects.toMatchObject({ code: 'concern.unknown' });
    await expect(queries().one(operator, one.id)).rejects.toMatchObject({ code: 'concern.unknown' });
    expect(await queries().search(other, { limit: 10 })).toEqual([]);
  });

  it('closes one once, and its text is erased a year later', async () => {
    await freshSite();
    await report({ contact: '13800000000' });
    const [one] = await kept();
    await owner.query(`UPDATE work.concerns SET agency = 'mr'`);
    const mine = await sign('mr.coordinator');
    await service().handle(mine, one.id, '已核查，不属实');
    await service().handle(mine, one.id, '已核查，不属实');
    await expect(service().handle(mine, one.id, '另有结果')).rejects.toMatchObject({
      code: 'concern.handled-already',
    });
    clock.forward(364 * 24 * 3600 * 1000);
    await service().forget();
    expect((await kept())[0].body).toBe(said);
    clock.forward(2 * 24 * 3600 * 1000);
    await service().forget();
    const [erased] = await kept();
    expect(erased).toMatchObject({
      body: null,
      contact: null,
      note: null,
      about: '',
      reference: one.reference,
    });
  });
});
