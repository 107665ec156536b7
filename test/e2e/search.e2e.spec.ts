import { newId } from '#kernel';
import { cigarettes, confirmedSeizure } from '../support/case-samples.js';
import { startOffice, type TestOffice } from '../support/office.js';
import { ok, Scenario } from '../support/scenario.js';

describe('the search over everything', () => {
  let office: TestOffice;
  let tobacco: Awaited<ReturnType<typeof confirmedSeizure>>;
  let batch: Scenario;
  beforeAll(async () => {
    office = await startOffice();
    tobacco = await confirmedSeizure(office, {
      caseNumber: '示烟案〔2026〕第８８号',
      place: '彩虹路 100% 号仓库',
      lots: [
        cigarettes({ id: newId(), brand: 'Ｍarlboro', variety: '硬红', description: '假冒卷烟（条装）' }),
        cigarettes({ id: newId(), brand: '中华', seals: ['封0042'] }),
      ],
    });
    batch = new Scenario(office);
    await batch.toSubmitted();
  });
  afterAll(() => office.close());

  async function find(who: string, q: string, more = '') {
    const client = await office.as(who);
    const path = `/search?q=${encodeURIComponent(q)}${more}`;
    return client.get<string>(path, { accept: 'text/html', 'accept-language': 'en' });
  }
  const addresses = (html: string) =>
    [...html.matchAll(/<td[^>]*><div class="dl-nowrap"><a href="([^"]+)"/g)].map(([, href]) => href);

  it('leads from a whole number straight to its page, in any width and case', async () => {
    const typed = tobacco.reference
      .toLowerCase()
      .replace(/[a-z0-9-]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    for (const q of [tobacco.reference, typed, ` ${tobacco.reference.toLowerCase()} `]) {
      const { status, headers } = await find('tb.officer1', q);
      expect([status, headers.get('location')]).toEqual([303, `/seizures/${tobacco.id}`]);
    }
    const lot = tobacco.lots[0]!;
    expect((await find('tb.officer1', lot.code)).headers.get('location')).toBe(`/lots/${lot.id}`);
  });

  it('finds by brand in another width, variety, goods, seal, category, place, case number and officer', async () => {
    const [first, second] = [tobacco.lots[0]!, tobacco.lots[1]!];
    const wanted: [string, string][] = [
      ['marlboro', `/lots/${first.id}`],
      ['硬红', `/lots/${first.id}`],
      ['卷烟(条', `/lots/${first.id}`],
      ['封0042', `/lots/${second.id}`],
      ['cigarettes', `/lots/${second.id}`],
      ['100%', `/seizures/${tobacco.id}`],
      ['第88号', `/seizures/${tobacco.id}`],
      [(await office.as('tb.officer2')).person.name, `/seizures/${tobacco.id}`],
    ];
    for (const [q, address] of wanted) {
      const { status, body } = await find('tb.officer1', q);
      expect({ q, status, found: addresses(body).includes(address) }).toEqual({
        q,
        status: 200,
        found: true,
      });
    }
  });

  it('takes % and _ as characters, not as any text', async () => {
    expect(addresses((await find('tb.officer1', '彩虹_100')).body)).toEqual([]);
    expect(addresses((await find('tb.officer1', '%%')).body)).toEqual([]);
  });

  it('shows another agency nothing, not even that there is something', async () => {
    for (const q of [tobacco.reference, 'marlboro', '彩虹路', tobacco.lots[0]!.code]) {
      const [answer, nothing] = [await find('mr.officer1', q), await find('mr.officer1', 'zzzzzz')];
      expect(answer.status).toBe(200);
      expect(addresses(answer.body)).toEqual([]);
      const plain = (html: string, text: string) =>
        html
          .replaceAll(text, '')
          .replaceAll(encodeURIComponent(text), '')
          .replace(/value="[\w-]{20,}"/g, '')
          .replace(/Ledger at [^<]*/, '');
      expect(plain(answer.body, q)).toBe(plain(nothing.body, 'zzzzzz'));
    }
  });

  it('lets an agency that is named on a batch find the batch and not the case behind it', async () => {
    const shown = ok(await (await office.as('mr.coordinator')).get(`/api/v1/batches/${batch.batch}`));
    const required = (shown.required as string[]).find((code) => code !== 'mr')!;
    const { body } = await find(`${required}.approver`, '集中销毁');
    expect(addresses(body)).toEqual([`/batches/${batch.batch}`]);
    expect(addresses((await find(`${required}.approver`, `CASE-${batch.seizure.slice(-6)}`)).body)).toEqual(
      [],
    );
  });

  it('shows an administrator people and no case', async () => {
    const admin = await office.as('tb.admin');
    const { body } = await find('tb.admin', 'tb.officer');
    expect(body).toContain('tb.officer1');
    expect(addresses((await find('tb.admin', '彩虹路')).body)).toEqual([]);
    expect(admin.person.roles).toEqual(['admin']);
  });

  it('gives one group in pages that miss nothing and repeat nothing', async () => {
    const lots = Array.from({ length: 60 }, (_, at) =>
      cigarettes({ id: newId(), description: `分页 ${String(at)}` }),
    );
    await confirmedSeizure(office, { caseNumber: '示烟案〔2026〕99号', lots });
    const few = await find('tb.officer1', '分页');
    expect(addresses(few.body)).toHaveLength(5);
    const first = (await find('tb.officer1', '分页', '&group=lots')).body;
    const next = /href="(\/search[^"]*cursor=[^"]*)"/.exec(first)![1]!.replaceAll('&amp;', '&');
    const second = (await (await office.as('tb.officer1')).get<string>(next, { accept: 'text/html' })).body;
    const all = [...addresses(first), ...addresses(second)];
    expect([addresses(first).length, all.length, new Set(all).size]).toEqual([50, 60, 60]);
  });

  it('shows what was typed as text, and survives anything typed', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      `'"><img src=x onerror=alert(1)>`,
      "' OR 1=1 --",
      '\\',
      '%00',
      '{{7*7}}',
      'x'.repeat(5000),
    ];
    for (const q of hostile) {
      const { status, body } = await find('tb.officer1', q);
      expect({ q: q.slice(0, 20), status }).toEqual({ q: q.slice(0, 20), status: 200 });
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img src=x');
    }
    expect((await find('tb.officer1', '\u0000')).status).toBe(422);
    expect((await find('tb.officer1', 'a', '&group=lots&cursor=wrong')).status).toBe(422);
    expect((await find('tb.officer1', 'a', '&group=passwords')).status).toBe(200);
  });

  it('is for signed-in people only', async () => {
    const { status } = await office.nobody.get('/search?q=a', { accept: 'text/html' });
    expect(status).toBe(303);
  });
});
