export { builtInCatalogue } from './built-in-catalogue.js';
export { prcRulePack } from './built-in-rule-pack.js';
export { CatalogueModule } from './catalogue.module.js';
export { CatalogueService } from './catalogue.service.js';
export { readCatalogue } from './domain/catalogue.js';
export type { Catalogue } from './domain/catalogue.js';
export type { AppraisalRule, Category, Hazard } from './domain/category-row.js';
export { choosableMethod, chooseMethod, methodFor, suits } from './domain/choose-method.js';
export type { MethodWarning } from './domain/choose-method.js';
export { bookGoods, categoryForGoods, isPackageUnit, unitLookup, unitsFor } from './domain/goods.js';
export type { DeclaredGoods } from './domain/goods.js';
export type { OverrideKind, OverrideRequest } from './domain/decide-override.js';
export type { Method } from './domain/method-row.js';
export { withOverrides } from './domain/overrides.js';
export type { CatalogueOverride } from './domain/overrides.js';
export { requiredAgencies, requiredFunctions } from './domain/required-agencies.js';
export type {
  AgencyFunctions,
  ApprovalFacts,
  RequiredAgency,
  Requirement,
} from './domain/required-agencies.js';
export type { CatalogueRows, CatalogueTable } from './domain/rows.js';
export { clockOf, needsAppraisal, withinTolerance } from './domain/rule-checks.js';
export { readRulePack } from './domain/rule-pack.js';
export type { ApprovalRules, LegalClock, Period, RulePack } from './domain/rule-pack.js';
export type { CatalogueUnit } from './domain/unit-row.js';
export { catalogueMessages } from './messages.js';
