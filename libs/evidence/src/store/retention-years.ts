import type { RulePack } from '#catalogue';

/** For what the rule pack keeps for ever: S3 servers count in whole years, and this is the most that all of them take. */
const longest = 100;

/** Pure: for how many years records of this kind are kept. Throws where the rule pack does not speak of them. */
export function yearsOf(pack: Pick<RulePack, 'retention'>, record: string): number {
  const rule = pack.retention.find((each) => each.record === record);
  if (!rule) throw new Error(`the rule pack does not say how long a ${record} is kept`);
  return rule.keep === 'permanent' ? longest : rule.keep.years;
}
