import {
  FakeClock,
  startOffice,
  type Answer,
  type SignedClient,
  type TestOffice,
} from '../support/office.js';
import { Scenario } from '../support/scenario.js';
import { newId } from '#kernel';

const html = { accept: 'text/html' };
const jackets = { amount: '1860', unit: 'piece' };
const coat = { amount: '3', unit: 'piece', description: '大衣' };

/** Forms as pages send them, by a client that follows no redirect into a page. */
describe('the pages of a batch', () => {
  let office: TestOffice;
  const clock = new FakeClock();
  beforeAll(async () => {
    office = await startOffice({ clock });
  });
  afterAll(() => office.close());

  const page = async (who: string, path: string): Promise<Answer<string>> =>
    (await office.as(who)).get(path, html);
  const send = async (who: string, path: string, form: object = {}): Promise<Answer<string>> => {
    const client: SignedClient = await office.as(who);
    return client.post(path, { key: newId(), ...form }, html);
  };
  const text = ({ bytes }: Answer<string>) => bytes.toString('utf8');
  const stored = async () => {
    const story = new Scenario(office, { lines: [jackets, coat], clock });
    await story.toStored();
    return story;
  };
  const drafted = async () => {
    const story = await stored();
    await story.draft();
    return story;
  };
  const submitted = async () => {
    const story = await drafted();
    return { story, list: await story.submit() };
  };
  const draftOf = async ({ batch }: Scenario) =>
    (await (await office.as('mr.coordinator')).get(`/api/v1/batches/${batch}`)).body as {
      title: string;
      state: string;
      version: number;
      lots: { lot: string; quantity: { amount: string } }[];
      decisions: object[];
    };

  describe('of another agency', () => {
    it.each([
      'edit',
      'lots',
      'lines',
      'check',
      'receipt',
      'reopening',
      'withdrawal',
      'events/new',
      'changes',
    ])('are unknown: /%s', async (at) => {
      const { batch } = await drafted();
      expect((await page('tb.coordinator', `/batches/${batch}/${at}`)).status).toBe(404);
    });

    it('are no way to lots that one may not see', async () => {
      const mine = await drafted();
      const other = new Scenario(office, {
        agency: 'tb',
        lines: [{ ...jackets, category: 'clothing' }],
        clock,
      });
      await other.toStored();
      const answer = await send('mr.coordinator', `/batches/${mine.batch}/lots`, { add: other.lots[0]!.id });
      expect(answer.status).toBe(404);
      expect((await draftOf(mine)).lots).toHaveLength(2);
    });
  });

  it('are for coordinators: an approver builds no list', async () => {
    expect((await page('mr.approver', '/batches/new')).status).toBe(403);
    const { batch } = await drafted();
    expect((await send('mr.approver', `/batches/${batch}/submission`)).status).toBe(403);
  });

  it('make one list of a form that is sent twice', async () => {
    const key = newId();
    const form = {
      key,
      title: '年终销毁',
      method: 'mixed',
      'sites.0.name': '后院',
      'sites.0.address': '示范路',
    };
    await send('mr.coordinator', '/batches/new', form);
    const again = await send('mr.coordinator', '/batches/new', form);
    expect(again.status).toBe(303);
    const { body } = await (await office.as('mr.coordinator')).get(`/api/v1/batches?q=${encodeURI('年终')}`);
    expect((body as { items: object[] }).items).toHaveLength(1);
  });

  it('keep what was typed where the head is wrong, and say how to mend it', async () => {
    const answer = await send('mr.coordinator', '/batches/new', { title: '保留我', method: 'open-burning' });
    expect(answer.status).toBe(422);
    expect(text(answer)).toContain('value="保留我"');
    expect(text(answer)).toContain('id="error-summary"');
  });

  it('name what keeps a lot out, and who clears it; such a lot is not taken', async () => {
    const mine = await drafted();
    const raw = new Scenario(office, { lines: [jackets], clock });
    await raw.register();
    const shown = text(await page('mr.coordinator', `/batches/${mine.batch}/lots?show=all`));
    expect(shown).toContain('由另一名执法人员办理');
    const answer = await send('mr.coordinator', `/batches/${mine.batch}/lots`, { add: raw.lots[0]!.id });
    expect(answer.status).toBe(409);
    expect((await draftOf(mine)).lots).toHaveLength(2);
  });

  it('refuse amounts that are none, keep them in the form, and change nothing', async () => {
    const story = await drafted();
    const lines = {
      'lines.0.lot': story.lots[0]!.id,
      'lines.0.amount': 'many',
      'lines.0.unit': 'piece',
      'lines.0.site': 'yard',
    };
    const answer = await send('mr.coordinator', `/batches/${story.batch}/lines`, lines);
    expect(answer.status).toBe(422);
    expect(text(answer)).toContain('value="many"');
    expect(text(answer)).toContain('href="#lines.');
    expect((await draftOf(story)).lots[0]!.quantity.amount).toBe('1860');
  });

  it('keep what two tabs change at once', async () => {
    const story = await drafted();
    const [first, second] = story.lots;
    const change = (lot: string, amount: string) =>
      send('mr.coordinator', `/batches/${story.batch}/lines`, {
        'lines.0.lot': lot,
        'lines.0.amount': amount,
        'lines.0.unit': 'piece',
        'lines.0.site': 'yard',
      });
    await Promise.all([change(first!.id, '1000'), change(second!.id, '2')]);
    const { lots } = await draftOf(story);
    expect(lots.map(({ quantity }) => quantity.amount)).toEqual(['1000', '2']);
  });

  it('do not submit a list that may not be frozen, and name why', async () => {
    const story = await drafted();
    const hold = { lots: [story.lots[0]!.id], reason: '行政诉讼' };
    await (await office.as('mr.officer1')).post('/api/v1/holds', hold);
    expect(text(await page('mr.coordinator', `/batches/${story.batch}/check`))).toContain('行政诉讼');
    const answer = await send('mr.coordinator', `/batches/${story.batch}/submission`);
    expect(answer.status).toBe(409);
    expect(text(answer)).toContain('行政诉讼');
  });

  it('leave a frozen list alone until it is reopened, which voids its approvals and shows the difference', async () => {
    const { story, list } = await submitted();
    await story.vote('mr', list);
    const at = `/batches/${story.batch}`;
    const remove = { 'lines.0.lot': story.lots[1]!.id, 'lines.0.remove': 'yes' };
    expect((await send('mr.coordinator', `${at}/lines`, remove)).status).toBe(409);
    expect(text(await page('mr.coordinator', `${at}/reopening`))).toContain('已有的 1 个同意随之作废');
    await send('mr.coordinator', `${at}/reopening`);
    expect((await draftOf(story)).state).toBe('draft');
    await send('mr.coordinator', `${at}/lines`, remove);
    expect(text(await page('mr.coordinator', `${at}/check`))).toContain('移出 1 批');
    await send('mr.coordinator', `${at}/submission`);
    expect(await draftOf(story)).toMatchObject({ state: 'submitted', version: 2 });
    const changes = text(await page('eco.approver', `${at}/changes`));
    expect(changes).toContain('v1 → v2');
    expect(changes).toContain('移出 1 批');
    expect((await page('eco.approver', `${at}/changes?version=7`)).status).toBe(404);
    expect(text(await page('eco.approver', at))).toContain('与 v1 相比的变化');
  });

  it('withdraw a batch for a reason, and not without one', async () => {
    const { story } = await submitted();
    const at = `/batches/${story.batch}`;
    expect((await send('mr.coordinator', `${at}/withdrawal`, { reason: ' ' })).status).toBe(422);
    await send('mr.coordinator', `${at}/withdrawal`, { reason: '误提交' });
    expect((await draftOf(story)).state).toBe('withdrawn');
    expect((await send('mr.coordinator', `${at}/withdrawal`, { reason: '再来' })).status).toBe(409);
  });

  describe('remind an agency', () => {
    it('in its queue, once a day, and never one that is not waited for', async () => {
      const { story, list } = await submitted();
      const at = `/batches/${story.batch}/reminders`;
      const remind = (agency: string, key = newId()) => send('mr.coordinator', at, { agency, key });
      const key = newId();
      await remind('eco', key);
      expect(text(await page('eco.approver', '/'))).toContain('经办单位已催办');
      expect((await remind('eco', key)).status).toBe(303);
      expect((await remind('eco')).status).toBe(409);
      expect((await remind('fin')).status).toBe(409);
      expect((await remind('nobody')).status).toBe(409);
      clock.forward(24 * 3600 * 1000);
      expect((await remind('eco')).status).toBe(303);
      await story.vote('eco', list);
      expect((await remind('eco')).status).toBe(409);
      expect((await send('tb.coordinator', at, { agency: 'eco' })).status).toBe(404);
    });
  });

  it('refuse an exception for a lot that is not on the list, and keep the reason', async () => {
    const { story, list } = await submitted();
    const form = { decision: 'except', except: 'LOT-1999-00001', reason: '缺照片', sha256: list.snapshot };
    const answer = await send('eco.approver', `/batches/${story.batch}/decision`, form);
    expect(answer.status).toBe(422);
    expect(text(answer)).toContain('缺照片');
    expect((await page('eco.approver', `/batches/${story.batch}/decision`)).status).toBe(404);
  });
});
