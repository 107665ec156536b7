import type { JsonObject } from '#kernel';
import rules from './data/rules-prc.json' with { type: 'json' };
import { readRulePack, type RulePack } from './domain/rule-pack.js';

/** The rule pack of the People's Republic of China; read and checked once, when the lib is loaded. */
export const prcRulePack: RulePack = readRulePack(rules as object as JsonObject);
