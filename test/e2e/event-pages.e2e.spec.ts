import { newId } from '#kernel';
import { startOffice, type Answer, type TestOffice } from '../support/office.js';
import { Scenario, type PlannedEvent } from '../support/scenario.js';

const html = { accept: 'text/html' };

/** Forms as pages send them. */
describe('the pages of an event', () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await startOffice();
  });
  afterAll(() => office.close());

  const page = async (who: string, path: string): Promise<Answer<string>> =>
    (await office.as(who)).get(path, html);
  const send = async (who: string, path: string, form: object = {}): Promise<Answer<string>> =>
    (await office.as(who)).post(path, { key: newId(), ...form }, html);
  const text = ({ bytes }: Answer<string>) => bytes.toString('utf8');
  const stateOf = async (event: PlannedEvent) =>
    (await (await office.as('mr.coordinator')).get(`/api/v1/events/${event.id}`)).body as {
      state: string;
      startsAt: string;
      statements: object[];
    };

  async function staged(lines = [{ amount: '1860', unit: 'piece' }]) {
    const story = new Scenario(office, { lines });
    await story.toApproved();
    const event = await story.plan();
    await story.stage(event);
    return { story, event, at: `/events/${event.id}` };
  }

  it.each(['photos', 'postponement', 'cancellation', 'closure'])(
    'are unknown to an agency that has no part in it: /%s',
    async (address) => {
      const { at } = await staged();
      expect((await page('tb.coordinator', `${at}/${address}`)).status).toBe(404);
    },
  );

  it('plan nothing without a site, a time and witnesses who may be, and keep what was typed', async () => {
    const story = new Scenario(office);
    await story.toApproved();
    const at = `/batches/${story.batch}/events/new`;
    const lead = await story.person('coordinator');
    const alone = await story.person('witness');
    const form = { site: 'yard', startsAt: '2026-11-24 09:00', lead, witnesses: [alone] };
    const one = await send('mr.coordinator', at, form);
    expect(one.status).toBe(422);
    expect(text(one)).toContain('至少需要 2 名监销人');
    expect(text(one)).toContain('value="2026-11-24 09:00"');
    expect((await send('mr.coordinator', at, { ...form, site: '' })).status).toBe(422);
    expect((await send('mr.coordinator', at, { ...form, startsAt: '明天' })).status).toBe(422);
    const leading = await send('mr.coordinator', at, { ...form, witnesses: [lead, alone] });
    expect(leading.status).toBe(403);
    expect((await send('mr.approver', at, form)).status).toBe(403);
  });

  it('plan one event of a form that is sent twice', async () => {
    const story = new Scenario(office);
    await story.toApproved();
    const witnesses = [await story.person('witness'), await story.person('ps.witness')];
    const lead = await story.person('coordinator');
    const form = { key: newId(), site: 'yard', startsAt: '2026-11-24 09:00', lead, witnesses };
    const at = `/batches/${story.batch}/events/new`;
    for (let i = 0; i < 2; i += 1) expect((await send('mr.coordinator', at, form)).status).toBe(303);
    const { body } = await (await office.as('mr.coordinator')).get(`/api/v1/events?batch=${story.batch}`);
    expect((body as { items: object[] }).items).toHaveLength(1);
  });

  it('explain a line that does not add up, name the lot by its number, and keep what was typed', async () => {
    const { event, at } = await staged();
    const form = { destroyed: '1,850', returned: '5' };
    const answer = await send('mr.coordinator', `${at}/lines/${event.lots[0]!.id}`, form);
    expect(answer.status).toBe(422);
    expect(text(answer)).toContain('差 -5');
    expect(text(answer)).toContain('value="1,850"');
    const gone = await send('mr.coordinator', `${at}/lines/${event.lots[0]!.id}`, { ...form, missing: '5' });
    expect(gone.status).toBe(422);
    expect(text(gone)).toContain('请写明原因');
    expect(text(await page('mr.coordinator', at))).not.toContain(`品类行 ${event.lots[0]!.id}`);
  });

  it('put an event off for a reason', async () => {
    const { event, at } = await staged();
    const wrong = await send('mr.coordinator', `${at}/postponement`, { startsAt: 'soon', reason: '大雨' });
    expect(wrong.status).toBe(422);
    expect(text(wrong)).toContain('大雨');
    await send('mr.coordinator', `${at}/postponement`, { startsAt: '2026-12-01 09:00', reason: '大雨' });
    expect((await stateOf(event)).startsAt).toBe('2026-12-01T01:00:00.000Z');
  });

  it('call an event off only with a recount of what was staged', async () => {
    const { story, event, at } = await staged();
    const cancel = (more: object) =>
      send('mr.coordinator', `${at}/cancellation`, { reason: '改期', ...more });
    expect((await cancel({})).status).toBe(422);
    const short = await cancel({ 'lines.0.returned': '1859' });
    expect(short.status).toBe(422);
    expect(text(short)).toContain('value="1859"');
    await cancel({ 'lines.0.returned': '1859', 'lines.0.missing': '1' });
    expect((await stateOf(event)).state).toBe('cancelled');
    expect(await story.balances(story.lots[0]!)).toMatchObject({ custody: '1859', shortage: '1' });
    expect(text(await page('mr.coordinator', `${at}/closure`))).toContain('活动已经结束');
  });

  it('close nothing while something is open, and name it', async () => {
    const { event, at } = await staged();
    const answer = await send('mr.coordinator', `${at}/closure`);
    expect(answer.status).toBe(409);
    expect(text(answer)).toContain('“销毁前”现场照片');
    expect((await stateOf(event)).state).toBe('staged');
  });

  it('take a statement from the named witness alone, once for a form that is sent twice', async () => {
    const { story, event, at } = await staged();
    expect((await page('mr.witness', `${at}/statement`)).status).toBe(404);
    await story.record(event);
    const { body } = await (await office.as('mr.witness')).get(`/api/v1/events/${event.id}`);
    const form = {
      key: newId(),
      statement: '<script>1</script>',
      from: '2026-11-24 09:00',
      to: '2026-11-24 10:00',
      sha256: (body as { linesHash: string }).linesHash,
    };
    const looked = await send('mr.witness', `${at}/statement`, form);
    expect(text(looked)).toContain('&lt;script&gt;');
    expect((await stateOf(event)).statements).toHaveLength(0);
    for (let i = 0; i < 2; i += 1) await send('mr.witness', `${at}/statement`, { ...form, do: 'state' });
    expect((await stateOf(event)).statements).toHaveLength(1);
    const other = await send('eco.witness', `${at}/statement`, { ...form, key: newId(), do: 'state' });
    expect(other.status).toBe(403);
    const changed = { ...form, key: newId(), do: 'state', sha256: 'a'.repeat(64) };
    expect((await send('ps.witness', `${at}/statement`, changed)).status).toBe(409);
  });
});
