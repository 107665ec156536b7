import { unitsFor, type Catalogue, type RulePack } from '#catalogue';

/** The catalogue as clients see it; `hash` is what registrations and snapshots name. */
export function catalogueView(catalogue: Catalogue, pack: RulePack) {
  return {
    hash: catalogue.hash,
    rulePack: { code: pack.code, version: pack.version, name: pack.name, sha256: pack.hash },
    categories: [...catalogue.categories.values()].map((one) => ({
      code: one.code,
      name: one.name,
      parent: one.parent,
      baseUnit: one.baseUnit,
      allowedUnits: one.selectable ? unitsFor(catalogue, one) : [],
      reportingUnit: one.reportingUnit,
      hazard: one.hazard,
      defaultMethods: one.defaultMethods,
      leadFunction: one.leadFunction,
      requiresAppraisal: one.requiresAppraisal,
      public: one.public,
      selectable: one.selectable && !one.disabled,
    })),
    units: [...catalogue.units.values()].map((one) => ({
      code: one.code,
      name: one.name,
      glyph: one.glyph,
      family: one.family,
      base: one.base,
      ratio: one.ratio,
      ratioOverridable: one.ratioOverridable,
      step: one.step,
      decimals: one.decimals,
      press: one.press,
      disabled: one.disabled,
    })),
    methods: [...catalogue.methods.values()].map((one) => ({
      code: one.code,
      name: one.name,
      prohibited: one.prohibited,
      historicOnly: one.historicOnly,
      suitableCategories: one.suitableCategories,
      requiresHazardousManifest: one.requiresHazardousManifest,
      disabled: one.disabled,
    })),
  };
}
