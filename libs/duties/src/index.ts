export { dutyRules } from './domain/duty-rules.js';
export type { DutyRule } from './domain/duty-rules.js';
export { refuseEarlierActs } from './domain/refuse-earlier-acts.js';
export type { ActOnLot } from './domain/refuse-earlier-acts.js';
export { DutiesModule } from './duties.module.js';
export { Duties } from './duties.queries.js';
export { dutiesMessages } from './messages.js';
