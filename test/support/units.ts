import type { Unit, UnitOf } from '#quantity';

const plain = { glyph: '', ratioOverridable: false, step: null, decimals: 0 };
const one = { num: 1, den: 1 };

/** A handful of real units, for specs of this lib, which stands below the catalogue. */
const units: readonly Unit[] = [
  {
    ...plain,
    code: 'cig-stick',
    name: { zh: '卷烟支', en: 'cigarette stick' },
    family: 'count-stick',
    base: 'cig-stick',
    ratio: one,
    step: one,
  },
  {
    ...plain,
    code: 'cig-pack',
    name: { zh: '卷烟包', en: 'cigarette pack' },
    family: 'count-stick',
    base: 'cig-stick',
    ratio: { num: 20, den: 1 },
    ratioOverridable: true,
  },
  {
    ...plain,
    code: 'cig-carton',
    name: { zh: '卷烟条', en: 'cigarette carton (200)' },
    family: 'count-stick',
    base: 'cig-stick',
    ratio: { num: 200, den: 1 },
    ratioOverridable: true,
  },
  {
    ...plain,
    code: 'cig-case',
    name: { zh: '卷烟件', en: 'cigarette case' },
    family: 'count-stick',
    base: 'cig-stick',
    ratio: { num: 10000, den: 1 },
    ratioOverridable: true,
  },
  {
    ...plain,
    code: 'bottle',
    name: { zh: '瓶', en: 'bottle' },
    family: 'count-bottle',
    base: 'bottle',
    ratio: one,
    step: one,
  },
  {
    ...plain,
    code: 'bottle-case',
    name: { zh: '箱(瓶装)', en: 'case of bottles' },
    family: 'count-bottle',
    base: 'bottle',
    ratio: null,
  },
  {
    ...plain,
    code: 'bottle-pallet',
    name: { zh: '托盘(瓶装)', en: 'pallet of bottles' },
    family: 'count-bottle',
    base: 'bottle',
    ratio: null,
  },
  {
    ...plain,
    code: 'kg',
    name: { zh: '公斤', en: 'kilogram' },
    family: 'mass',
    base: 'kg',
    ratio: one,
    step: { num: 1, den: 1_000_000 },
  },
  {
    ...plain,
    code: 'g',
    name: { zh: '克', en: 'gram' },
    family: 'mass',
    base: 'kg',
    ratio: { num: 1, den: 1000 },
  },
  {
    ...plain,
    code: 'jin',
    name: { zh: '斤', en: 'jin' },
    family: 'mass',
    base: 'kg',
    ratio: { num: 1, den: 2 },
  },
  {
    ...plain,
    code: 't',
    name: { zh: '吨', en: 'tonne' },
    family: 'mass',
    base: 'kg',
    ratio: { num: 1000, den: 1 },
  },
];

export const unitOf: UnitOf = (code) => units.find((unit) => unit.code === code);
