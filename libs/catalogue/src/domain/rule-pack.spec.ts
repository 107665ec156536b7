import type { JsonObject } from '#kernel';
import rules from '../data/rules-prc.json' with { type: 'json' };
import { builtInCatalogue } from '../built-in-catalogue.js';
import { prcRulePack as pack } from '../built-in-rule-pack.js';
import { clockOf, needsAppraisal, withinTolerance } from './rule-checks.js';
import { readRulePack } from './rule-pack.js';

const data = rules as object as JsonObject;
const kg = (amount: string) => ({ amount, unit: 'kg' });

describe('the rule pack of the PRC', () => {
  it('holds the legal clocks', () => {
    expect(clockOf(pack, 'advance-registration-decision')?.within).toEqual({ count: 7, unit: 'day' });
    expect(clockOf(pack, 'seizure-end')?.extension).toEqual({ count: 30, unit: 'day' });
    expect(clockOf(pack, 'custody-hand-over')?.within).toEqual({ count: 24, unit: 'hour' });
    expect(clockOf(pack, 'destruction')?.within).toEqual({ count: 6, unit: 'month' });
    expect(clockOf(pack, 'publication')?.within).toEqual({ count: 20, unit: 'working-day' });
    expect(clockOf(pack, 'no-such-clock')).toBeUndefined();
  });

  it('keeps case files and destruction records 30 years, major events for ever', () => {
    const keep = Object.fromEntries(pack.retention.map((each) => [each.record, each.keep]));
    expect(keep).toMatchObject({
      'case-file': { years: 30 },
      'destruction-record': { years: 30 },
      'major-event': 'permanent',
    });
  });

  it('has a hash that changes with any figure', () => {
    expect(pack.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(readRulePack({ ...data, version: '2026-12' }).hash).not.toBe(pack.hash);
  });

  it.each<[JsonObject, string]>([
    [{ code: '' }, '/code'],
    [{ entries: { lateAfterHours: 0, futureToleranceMinutes: 5 } }, '/entries/lateAfterHours'],
    [{ persons: null }, '/persons'],
    [{ clocks: {} }, '/clocks'],
    [{ clocks: ['x'] }, '/clocks/0'],
    [
      { clocks: [{ code: 'x', from: 'y', within: { count: 1, unit: 'week' }, source: 's' }] },
      '/clocks/0/within/unit',
    ],
    [{ tolerances: [{ family: 'mass', share: { num: 0.5, den: 100 } }] }, '/tolerances/0/share/num'],
    [{ approval: { ...(data['approval'] as JsonObject), categoryLeads: 'yes' } }, '/approval/categoryLeads'],
    [
      {
        approval: {
          ...(data['approval'] as JsonObject),
          aboveValue: [{ function: 'f', because: 'b', limit: null }],
        },
      },
      '/approval/aboveValue/0/limit',
    ],
  ])('with %j is refused, naming %s', (change, place) => {
    expect(() => readRulePack({ ...data, ...change })).toThrow(
      expect.objectContaining({ code: 'rule-pack.wrong-field', facts: { place } }),
    );
  });
});

describe('weighing', () => {
  it.each([
    ['1640', '1640', true],
    ['1640', '1648.2', true],
    ['1640', '1631.8', true],
    ['1640', '1648.200001', false],
    ['1640', '1631.799999', false],
    ['0.000001', '0.000002', false],
  ])('of %s kg that gives %s kg is within 0.5 %%: %s', (booked, measured, within) => {
    expect(withinTolerance(pack, 'mass', { booked: kg(booked), measured: kg(measured) })).toBe(within);
  });

  it('does not excuse a missing cigarette', () => {
    const sticks = (amount: string) => ({ amount, unit: 'cig-stick' });
    const figures = { booked: sticks('471260'), measured: sticks('471259') };
    expect(withinTolerance(pack, 'count-stick', figures)).toBe(false);
  });
});

describe('appraisal', () => {
  const category = (code: string) => builtInCatalogue.categories.get(code)!;
  const value = { amount: '5000.01', currency: 'CNY' };
  const limited = { ...pack, appraisalLimit: { amount: '5000', currency: 'CNY' } };

  it('is needed always for cigarettes and never for labels, whatever the value', () => {
    expect(needsAppraisal(pack, category('cigarettes'), null)).toBe(true);
    expect(needsAppraisal(limited, category('labels-tags'), value)).toBe(false);
  });

  it('is needed for liquor only above a configured value', () => {
    expect(needsAppraisal(pack, category('liquor'), value)).toBe(false);
    expect(needsAppraisal(limited, category('liquor'), value)).toBe(true);
    expect(needsAppraisal(limited, category('liquor'), { ...value, amount: '5000' })).toBe(false);
    expect(needsAppraisal(limited, category('liquor'), { ...value, currency: 'USD' })).toBe(false);
    expect(needsAppraisal(limited, category('liquor'), null)).toBe(false);
  });
});
