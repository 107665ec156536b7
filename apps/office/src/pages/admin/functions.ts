import type { Catalogue, RulePack } from '#catalogue';
import { installationFunction } from '#identity';
import type { Words } from '../shell/words.js';
import type { FormValues } from '../shell/form-values.js';

/** What agencies may be for, apart from what the catalogue and the rules already name. */
const others = ['customs', 'audit'];

/**
 * Pure: the functions that an agency can have: those that lead for goods of the catalogue, those that the rules of
 * approval ask for, and those that the agency has already. Who runs the installation is not chosen here.
 */
export function functionCodes(catalogue: Catalogue, pack: RulePack, held: readonly string[]): string[] {
  const { aboveValue, fillWith, withLead } = pack.approval;
  const leads = [...catalogue.categories.values()].flatMap(({ leadFunction }) => leadFunction ?? []);
  const asked = [...aboveValue, ...fillWith, ...withLead].map((need) => need.function);
  const known = new Set([...leads, ...asked, ...others, ...held]);
  known.delete(installationFunction);
  return [...known].sort();
}

/** Check boxes for functions, those that are held ticked. */
export function functionItems(codes: readonly string[], held: readonly string[], words: Words) {
  return codes.map((code) => ({
    value: code,
    text: functionName(code, words),
    checked: held.includes(code),
  }));
}

export function functionName(code: string, words: Words): string {
  const name = words.t(`function.${code}`);
  return name === `function.${code}` ? code : name;
}

/** The ticked boxes of a form; the function that runs the installation stays as it was. */
export function functionsIn(values: FormValues, held: readonly string[]): string[] {
  const ticked = [values['functions'] ?? []].flat();
  return held.includes(installationFunction) ? [...ticked, installationFunction] : ticked;
}
