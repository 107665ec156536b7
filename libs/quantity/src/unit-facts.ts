import type { Unit } from './unit.js';

/** A unit as facts for the sentences of refusals, in both languages. */
export function unitFacts(unit: Unit | undefined): Readonly<Record<string, string>> {
  if (unit === undefined) return { unit: '', unitZh: '', unitEn: '' };
  return { unit: unit.code, unitZh: unit.name.zh, unitEn: unit.name.en };
}
