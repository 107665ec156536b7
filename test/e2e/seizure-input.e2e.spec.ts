import { newId } from '#kernel';
import { cigarettes, seizureBody } from '../support/case-samples.js';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';

const seizures = '/api/v1/seizures';
const day = 86_400_000;

describe('what an officer may not send', () => {
  let office: TestOffice;
  let first: SignedClient;
  let second: SignedClient;
  let before: number;
  const size = async () =>
    (await (await office.as('aud.auditor')).get('/api/v1/ledger/entries?limit=1000')).body.entries.length;
  beforeAll(async () => {
    office = await startOffice();
    first = await office.as('tb.officer1');
    second = await office.as('tb.officer2');
    before = await size();
  });
  afterAll(async () => {
    await office.close();
  });
  const send = (own: object, headers: Record<string, string> = {}) =>
    first.post(seizures, seizureBody([first, second], { ...own }), headers);
  const lot = (quantity: unknown, own: object = {}) => ({ lots: [cigarettes({ quantity, ...own })] });
  const raw = (text: string) =>
    fetch(office.url + seizures, {
      method: 'POST',
      headers: { authorization: `Bearer ${first.token}`, 'content-type': 'application/json' },
      body: text,
    });

  describe.each([
    ['0', 'quantity.zero'],
    ['-1', 'quantity.negative'],
    ['1e3', 'quantity.exponent'],
    ['1e309', 'quantity.exponent'],
    ['2,356.3', 'quantity.thousands-separator'],
    ['２３５６', 'quantity.full-width'],
    ['十二', 'quantity.chinese-numerals'],
    ['0.0001', 'quantity.not-whole'],
    ['2356.301', 'quantity.not-whole'],
    ['0.1+0.2', 'quantity.not-a-decimal'],
    ['', 'quantity.empty'],
    ['Infinity', 'quantity.not-a-decimal'],
  ])('a quantity of %s cartons', (amount, code) => {
    it.each(['zh-CN', 'en'])('is refused at its place, in %s, saying what to do', async (language) => {
      const { status, body } = await send(lot({ amount, unit: 'cig-carton' }), {
        'accept-language': language,
      });
      expect(status).toBe(422);
      expect(body.errors).toEqual([expect.objectContaining({ pointer: '/lots/0/quantity/amount', code })]);
      expect(body.detail).toMatch(language === 'en' ? /^[A-Z"].*\.$/ : /[一-龥].*。$/);
    });
  });

  it.each([
    ['a JSON number', { amount: 2356.3, unit: 'cig-carton' }, '/lots/0/quantity'],
    ['a bare number', 5, '/lots/0/quantity'],
    ['an unknown field', { amount: '1', unit: 'cig-carton', about: 'x' }, '/lots/0/quantity'],
    ['no unit', { amount: '1' }, '/lots/0/quantity'],
    ['an unknown unit', { amount: '1', unit: 'parsec' }, '/lots/0/quantity/unit'],
    ['a unit of other goods', { amount: '1', unit: 'bottle' }, '/lots/0/quantity/unit'],
    [
      'parts of two families',
      {
        parts: [
          { amount: '1', unit: 'cig-carton' },
          { amount: '1', unit: 'kg' },
        ],
      },
      '/lots/0/quantity/parts/1/unit',
    ],
    ['no parts', { parts: [] }, '/lots/0/quantity'],
    ['nothing', null, '/lots/0/quantity'],
  ])('a quantity with %s is refused', async (_, quantity, pointer) => {
    const { status, body } = await send(lot(quantity));
    expect([status, body.errors?.[0]?.pointer]).toEqual([422, pointer]);
  });

  it('every wrong line of a list is named at once', async () => {
    const lots = [
      cigarettes({ quantity: { amount: '-1', unit: 'cig-carton' } }),
      cigarettes(),
      cigarettes({ category: 'nonsense' }),
      cigarettes({ quantity: { amount: '１', unit: 'cig-carton' } }),
    ];
    const { status, body } = await send({ lots });
    expect([status, body.type]).toEqual([422, 'urn:problem:invalid']);
    expect(body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/lots/0/quantity/amount', 'quantity.negative'],
      ['/lots/2/category', 'category.unknown'],
      ['/lots/3/quantity/amount', 'quantity.full-width'],
    ]);
  });

  it('a group of goods is no category of a lot', async () => {
    const catalogue = await first.get('/api/v1/catalogue');
    const group = catalogue.body.categories.find((one: { selectable: boolean }) => !one.selectable);
    const { body } = await send(lot({ amount: '1', unit: 'piece' }, { category: group.code }));
    expect(body.errors[0].code).toBe('category.not-selectable');
  });

  it('a case of liquor needs the ratio of this product, a stick takes none', async () => {
    const cases = { amount: '3', unit: 'bottle-case' };
    const liquor = { category: 'liquor', description: '白酒' };
    expect((await send(lot(cases, liquor))).body.errors[0].code).toBe('quantity.ratio-missing');
    const unitRatio = { num: 6, den: 1, source: '箱体标签' };
    const taken = await send(lot(cases, { ...liquor, unitRatio }));
    expect(taken.body.lots[0].base).toEqual({ amount: '18', unit: 'bottle' });
    const sticks = lot({ amount: '1', unit: 'cig-stick' }, { unitRatio });
    expect((await send(sticks)).body.errors[0].code).toBe('quantity.ratio-not-allowed');
    for (const wrong of [
      { num: 1.5, den: 1, source: 'x' },
      { num: '6', den: 1, source: 'x' },
      { num: 6, den: 1 },
    ]) {
      expect((await send(lot(cases, { ...liquor, unitRatio: wrong }))).status).toBe(422);
    }
  });

  describe('a time', () => {
    const at = (ms: number) => new Date(Date.now() + ms).toISOString();
    it.each([
      ['in the future', () => ({ happened: at(10 * 60_000) }), 'time.in-future', '/happened'],
      ['of 1970', () => ({ happened: '1970-01-01T00:00:00Z' }), 'time.implausible', '/happened'],
      [
        '40 days ago without a reason',
        () => ({ happened: at(-40 * day) }),
        'time.late-reason-missing',
        '/lateReason',
      ],
      ['that is no time', () => ({ happened: '2026-02-30T00:00:00Z' }), 'field.isInstant', '/happened'],
      ['that is missing', () => ({ happened: undefined }), 'field.isInstant', '/happened'],
    ])('%s is refused', async (_, own, code, pointer) => {
      const { status, body } = await send(own());
      expect([status, body.errors[0].code, body.errors[0].pointer]).toEqual([422, code, pointer]);
    });
    it('40 days ago with a reason is taken', async () => {
      expect((await send({ happened: at(-40 * day), lateReason: '系统停机补录' })).status).toBe(201);
    });
  });

  describe('JSON', () => {
    const text = () => JSON.stringify(seizureBody([first, second]));
    it('with an unknown field is refused, and the field named', async () => {
      const { status, body } = await send({ colour: 'red' });
      expect([status, body.errors[0].pointer]).toEqual([422, '/colour']);
      const inner = await send({ lots: [cigarettes({ colour: 'red' })] });
      expect([inner.status, inner.body.errors[0].pointer]).toEqual([422, '/lots/0/colour']);
    });
    it.each(['__proto__', 'constructor', 'prototype'])('with a field %s is refused', async (name) => {
      const whole = await raw(text().replace('{', `{"${name}":{"isAdmin":true},`));
      expect(whole.status).toBe(422);
      const inner = await raw(text().replace('"category"', `"${name}":{"x":1},"category"`));
      expect(inner.status).toBe(422);
    });
    it('10,000 levels deep is refused and the server lives on', async () => {
      const deep = '['.repeat(10_000) + ']'.repeat(10_000);
      const answer = await raw(text().replace('{', `{"deep":${deep},`));
      expect(answer.status).toBe(422);
      const inPlace = await raw(text().replace(/"place":"[^"]*"/, `"place":${deep}`));
      expect(inPlace.status).toBe(422);
      expect((await first.get('/api/v1/me')).status).toBe(200);
    });
    it.each(['null', '[]', '"text"', '7', '', '{'])('of the wrong kind, %s, is refused', async (body) => {
      const answer = await raw(body);
      expect([400, 422]).toContain(answer.status);
    });
    it('with null in optional places is taken as if they were absent', async () => {
      const { status } = await send({
        party: null,
        partyPresence: null,
        lateReason: null,
        lots: [cigarettes({ brand: null, seals: null, unitRatio: null, basis: null })],
      });
      expect(status).toBe(201);
    });
  });

  it('text with half characters, no text or nothing in it is refused', async () => {
    for (const place of ['', '   ', '\u0000', '\u200b', '\ud800', 5, ['x'], null]) {
      expect((await send({ place })).status).toBe(422);
    }
  });

  it('text is kept as it can be printed: composed, without what nobody sees', async () => {
    const description = ` e\u0301 \u200d㐀\u0000${'龥'.repeat(290)} `;
    const { status, body } = await send({ lots: [cigarettes({ description })] });
    expect(status).toBe(201);
    const shown = await first.get(`/api/v1/lots/${body.lots[0].id}`);
    expect(shown.body.description).toBe(`é 㐀${'龥'.repeat(290)}`);
  });

  it('a character that no certificate could show is refused at its place', async () => {
    const { status, body } = await send({ lots: [cigarettes({ description: '某\u{2EBF0}牌' })] });
    expect([status, body.type, body.errors[0].pointer]).toEqual([
      422,
      'urn:problem:unprintable',
      '/lots/0/description',
    ]);
  });

  it('ids that are no UUIDs are refused', async () => {
    expect((await send({ id: '7' })).status).toBe(422);
    expect((await send({ lots: [cigarettes({ id: '../../etc' })] })).status).toBe(422);
    expect((await send({}, { 'idempotency-key': 'again' })).status).toBe(400);
    const upper = newId<string>().toUpperCase();
    const { status, body } = await send({ id: upper });
    expect([status, body.id]).toEqual([201, upper.toLowerCase()]);
  });

  it('values in money of more than two decimals or of no currency are refused', async () => {
    const value = (amount: unknown, currency: unknown) =>
      lot({ amount: '1', unit: 'cig-carton' }, { estimatedValue: { amount, currency, basis: '市场价' } });
    expect((await send(value('100.5', 'CNY'))).status).toBe(201);
    expect((await send(value('100.555', 'CNY'))).body.errors[0].code).toBe('money.too-many-decimals');
    expect((await send(value('100', 'yuan'))).status).toBe(422);
    expect((await send(value(100, 'CNY'))).status).toBe(422);
  });

  it('leaves no entry behind where it is refused', async () => {
    const now = await size();
    await send(lot({ amount: '-1', unit: 'cig-carton' }));
    await send({ officers: [] });
    expect(await size()).toBe(now);
    expect(now).toBeGreaterThan(before);
  });
});
