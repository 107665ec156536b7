import { newId } from '#kernel';
import { startOffice, type SignedClient, type TestOffice } from '../support/office.js';

const address = '/api/v1/catalogue';

describe('the catalogue of an installation', () => {
  let office: TestOffice;
  let admin: SignedClient;
  let officer: SignedClient;
  beforeAll(async () => {
    office = await startOffice();
    admin = await office.as('tb.admin');
    officer = await office.as('tb.officer1');
  });
  afterAll(() => office.close());

  type Row = { code: string; disabled: boolean; selectable: boolean };
  const rows = async (table: 'units' | 'categories' | 'methods'): Promise<Row[]> =>
    (await officer.get(address)).body[table];
  const change = (body: object, by = admin) => by.post(`${address}/overrides`, body);

  it('is read by everyone who is signed in', async () => {
    for (const username of ['tb.officer1', 'tb.admin', 'aud.auditor', 'eco.witness']) {
      const { status, body } = await (await office.as(username)).get(address);
      expect(status).toBe(200);
      expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(body.methods).toContainEqual(
        expect.objectContaining({
          code: expect.any(String),
          prohibited: true,
          historicOnly: expect.any(Boolean),
          suitableCategories: expect.any(Array),
        }),
      );
    }
    expect((await office.nobody.get(address)).status).toBe(401);
  });

  it('takes a new row, whose goods can be registered at once', async () => {
    const row = {
      code: 'baijiu',
      parent: 'liquor',
      name_zh: '白酒',
      name_en: 'baijiu',
      base_unit: 'bottle',
      allowed_units: ['bottle'],
      reporting_unit: 'bottle',
      hazard: 'flammable',
      default_methods: [],
      lead_agency: 'market-regulation',
      requires_appraisal: true,
      public: true,
      selectable: true,
    };
    const before = (await officer.get(address)).body.hash;
    const { status, body } = await change({ kind: 'category', action: 'put', row, reason: '本地品类' });
    expect([status, body.code]).toEqual([201, 'baijiu']);
    expect(await rows('categories')).toContainEqual(expect.objectContaining({ code: 'baijiu' }));
    expect((await officer.get(address)).body.hash).toBe(body.catalogue);
    expect(body.catalogue).not.toBe(before);
  });

  it('switches a row off and on again', async () => {
    const state = async () => (await rows('methods')).find(({ code }) => code === 'pyrolysis')!.disabled;
    await change({ kind: 'method', action: 'disable', code: 'pyrolysis' });
    expect(await state()).toBe(true);
    const again = await change({ kind: 'method', action: 'disable', code: 'pyrolysis' });
    expect([again.status, again.body.type]).toEqual([409, 'urn:problem:nothing-changes']);
    await change({ kind: 'method', action: 'enable', code: 'pyrolysis' });
    expect(await state()).toBe(false);
  });

  it('is changed once by a repeated request', async () => {
    const body = { id: newId<string>(), kind: 'unit', action: 'disable', code: 'jin' };
    const once = await change(body);
    const again = await change(body);
    expect([once.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(once.body);
  });

  it.each([
    ['an unknown code', { kind: 'unit', action: 'disable', code: 'parsec' }],
    ['a row without code', { kind: 'unit', action: 'put', row: {} }],
    ['no row', { kind: 'unit', action: 'put' }],
    ['no code', { kind: 'unit', action: 'enable' }],
    ['an unknown kind', { kind: 'rule', action: 'disable', code: 'x' }],
    ['a fraction in its row', { kind: 'unit', action: 'put', row: { code: 'x', decimals: 0.5 } }],
    [
      'a new meaning for a built-in unit',
      {
        kind: 'unit',
        action: 'put',
        row: {
          code: 'kg',
          name_zh: '公斤',
          name_en: 'kilogram',
          glyph: 'kg',
          family: 'volume',
          base_unit: 'l',
          ratio_to_base: { num: 1, den: 1 },
          decimals: 3,
        },
      },
    ],
  ])('refuses %s', async (_, body) => {
    const { status, body: problem } = await change(body);
    expect(status).toBe(422);
    expect(problem.detail).toMatch(/。$/);
  });

  it('keeps a forbidden method forbidden', async () => {
    const prohibited = (await officer.get(address)).body.methods.find(
      (one: { prohibited: boolean }) => one.prohibited,
    );
    const row = {
      code: prohibited.code,
      name_zh: '可用',
      name_en: 'usable',
      prohibited: false,
      historic_only: false,
      suitable_categories: [],
    };
    expect((await change({ kind: 'method', action: 'put', row })).status).toBe(422);
  });

  it.each(['tb.officer1', 'tb.coordinator', 'aud.auditor'])('is not changed by %s', async (username) => {
    const body = { kind: 'unit', action: 'disable', code: 'kg' };
    expect((await change(body, await office.as(username))).status).toBe(403);
  });
});
