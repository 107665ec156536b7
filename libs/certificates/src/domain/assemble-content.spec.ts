import { sha256Hex, type Instant, type LotId } from '#kernel';
import { builtInCatalogue, unitLookup } from '#catalogue';
import type { BatchSnapshot, SnapshotLine } from '#entries';
import { assembleContent } from './assemble-content.js';
import type { CertificateFacts, EventLineFacts } from './facts.js';
import { inUnit } from './in-unit.js';

const unitOf = unitLookup(builtInCatalogue);
const at = '2026-11-24T01:00:00.000Z' as Instant;

function frozen(lot: string, changes: Partial<SnapshotLine>): SnapshotLine {
  const quantity = { amount: '10', unit: 'piece' };
  const fixed = {
    lot: lot as LotId,
    code: `LOT-${lot}`,
    responsible: 'mr',
    declared: quantity,
    site: 'yard',
  };
  return {
    ...fixed,
    category: 'toys',
    description: '玩具',
    quantity,
    base: quantity,
    method: 'shredding',
    ...changes,
  };
}
function recorded(lot: string, changes: Partial<EventLineFacts> = {}): EventLineFacts {
  const none = { short: '0', returned: '0', missing: '0', weighing: '0' };
  return {
    lot: lot as LotId,
    unit: 'piece',
    allocated: '10',
    staged: '10',
    destroyed: '10',
    ...none,
    ...changes,
  };
}
function factsOf(lines: readonly SnapshotLine[], events: CertificateFacts['events']): CertificateFacts {
  const list = {
    v: 1,
    batch: 'batch',
    version: 2,
    title: '销毁',
    method: 'shredding',
    sites: [
      { code: 'yard', name: '后院', address: '路 1 号' },
      { code: 'landfill', name: '填埋场', address: '镇' },
    ],
    lines,
    photos: [],
    decisions: [{ id: 'd', number: 'CF-1', kind: 'confiscation', finalAt: at, lots: [] }],
    appraisals: [],
    required: ['mr'],
    rulePack: { code: 'prc', sha256: sha256Hex('') },
    catalogue: sha256Hex(''),
  } as unknown as BatchSnapshot;
  const lots = lines.map(({ lot, declared, base }) => ({ lot, declared: declared as never, base }));
  return {
    agency: 'mr',
    seal: { name: 'TEST SEAL', test: true },
    list,
    reference: 'PC-2026-0001',
    snapshot: sha256Hex('list'),
    approvals: [],
    exclusions: [],
    events,
    lots: new Map(lots.map((one) => [one.lot, one])),
    photos: [],
    names: { agencies: {}, units: {}, categories: {}, methods: { crushing: { zh: '碾压', en: 'crushing' } } },
    unitOf,
    headlineRule: { zh: '各计为一件', en: 'each counted as one' },
  };
}
function event(site: string, lines: readonly EventLineFacts[]): CertificateFacts['events'][number] {
  const lead = { agency: 'mr', person: '李' };
  const statements = [{ ...lead, statement: '属实', statedAt: at, stale: true }];
  return { reference: `HD-${site}`, site, startedAt: at, endedAt: at, lead, lines, statements };
}

describe('what a certificate states', () => {
  const bottles = { amount: '5', unit: 'bottle' };
  const content = assembleContent(
    factsOf(
      [
        frozen('b', {}),
        frozen('a', { category: 'liquor', quantity: bottles, base: bottles, declared: bottles }),
        frozen('c', { site: 'landfill', method: 'crushing', unsuitable: true }),
      ],
      [
        event('yard', [
          recorded('b'),
          recorded('a', { unit: 'bottle', allocated: '5', staged: '5', destroyed: '5' }),
        ]),
        event('landfill', [
          recorded('c', { staged: '9', short: '1', destroyed: '7', returned: '2', reason: '破损' }),
        ]),
      ],
    ),
  );

  it('has its lines by site in the order of the lots’ codes, the destroyed amount as base', () => {
    expect(content.lines.map(({ code, site, base }) => [code, site, base.amount])).toEqual([
      ['LOT-a', 'yard', '5'],
      ['LOT-b', 'yard', '10'],
      ['LOT-c', 'landfill', '7'],
    ]);
  });

  it('sums by site and unit, by category, and over all in each unit; unlike units apart', () => {
    expect(content.subtotals.map(({ site, base }) => [site, base.unit, base.amount])).toEqual([
      ['yard', 'bottle', '5'],
      ['yard', 'piece', '10'],
      ['landfill', 'piece', '7'],
    ]);
    expect(content.totals).toEqual([
      { category: 'liquor', base: { amount: '5', unit: 'bottle' } },
      { category: 'toys', base: { amount: '17', unit: 'piece' } },
    ]);
    expect(content.unitTotals.map(({ base }) => base.amount)).toEqual(['5', '17']);
  });

  it('adds unlike counted units in one headline only, which carries its rule', () => {
    expect(content.headline).toEqual({
      amount: '22',
      unit: 'piece',
      rule: { zh: '各计为一件', en: 'each counted as one' },
      categories: 2,
    });
  });

  it('names differences with kind, amount and reason', () => {
    expect(content.lines[2]!.difference).toEqual([
      { kind: 'shortage', amount: '1', unit: 'piece', reason: '破损' },
      { kind: 'returned', amount: '2', unit: 'piece', reason: '破损' },
    ]);
    expect(content.lines[0]!.difference).toBeUndefined();
  });

  it('says which line has a method of its own, and that an unusual one was accepted', () => {
    expect(content.lines.map(({ method }) => method)).toEqual([undefined, undefined, 'crushing']);
    expect(content.exceptions).toEqual([expect.stringContaining('LOT-c')]);
  });

  it('marks statements that were made before a change', () => {
    expect(content.witnesses[0]).toMatchObject({ site: 'yard', beforeChange: true });
  });

  it('has no headline over sticks and kilograms, nor over one unit', () => {
    const kg = { amount: '3', unit: 'kg' };
    const mass = frozen('m', { quantity: kg, base: kg, declared: kg });
    const mixed = factsOf(
      [frozen('b', {}), mass],
      [event('yard', [recorded('b'), recorded('m', { unit: 'kg' })])],
    );
    expect(assembleContent(mixed).headline).toBeUndefined();
    expect(
      assembleContent(factsOf([frozen('b', {})], [event('yard', [recorded('b')])])).headline,
    ).toBeUndefined();
  });
});

describe('a base amount in the unit of its declaration', () => {
  const sticks = (amount: string) => ({ amount, unit: 'cig-stick' });
  it.each([
    ['471260', 'cig-carton', '2356.3', 'cig-carton'],
    ['1', 'cig-carton', '0.005', 'cig-carton'],
    ['20', 'cig-stick', '20', 'cig-stick'],
  ])('gives %s sticks in %s as %s', (amount, unit, shown, shownUnit) => {
    expect(inUnit(sticks(amount), unit, { unitOf })).toEqual({ amount: shown, unit: shownUnit });
  });

  it('uses the product’s own ratio', () => {
    const ratio = { num: 160, den: 1, source: '标签', unit: 'cig-carton' };
    expect(inUnit(sticks('160'), 'cig-carton', { unitOf, ratio })).toEqual({
      amount: '1',
      unit: 'cig-carton',
    });
  });

  it('never rounds: what is not exact stays in the base unit', () => {
    const ratio = { num: 3, den: 1, source: '标签', unit: 'cig-carton' };
    expect(inUnit(sticks('10'), 'cig-carton', { unitOf, ratio })).toEqual(sticks('10'));
  });
});
